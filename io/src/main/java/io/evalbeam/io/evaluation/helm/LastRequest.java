package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.io.evaluation.json.JsonFileReader;
import io.evalbeam.io.evaluation.json.JsonNumbers;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The moment of a run's latest request. */
final class LastRequest {
  private static final String FIELD = "request_datetime";

  private LastRequest() {}

  /** Epoch seconds; null when no request says it or the file is damaged or not there. */
  static @Nullable Long of(FoundRun run) throws IOException {
    Optional<RunFile> file = HelmFile.SCENARIO_STATE.in(run.files());
    if (file.isEmpty()) {
      return null;
    }
    try {
      double latest = new JsonFileReader().read(file.get(), LastRequest::latest).value();
      return Double.isFinite(latest) ? Long.valueOf((long) latest) : null;
    } catch (BrokenFileException e) {
      // What is wrong is told when the run is read; here only the order of copies is asked.
      return null;
    }
  }

  private static double latest(JsonParser parser) throws IOException {
    double latest = Double.NEGATIVE_INFINITY;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.FIELD_NAME
          && FIELD.equals(parser.currentName())
          && JsonNumbers.isNumber(parser.nextToken())) {
        double moment = JsonNumbers.read(parser);
        latest = Double.isFinite(moment) ? Math.max(latest, moment) : latest;
      }
    }
    return latest;
  }
}
