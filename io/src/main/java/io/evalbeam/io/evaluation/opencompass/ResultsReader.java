package io.evalbeam.io.evaluation.opencompass;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.schemas.evaluation.RunFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Streams a results file. Its details, the bulk of it, become bits or are passed over. */
final class ResultsReader {
  // The summariser drops these, though some are numbers.
  private static final Set<String> NO_METRICS = Set.of("bp", "sys_len", "ref_len", "type");
  private static final int MAX_METRICS = 100_000;

  private final Map<String, Double> metrics = new LinkedHashMap<>();
  private final Correctness correctness = new Correctness();
  private final boolean withDetails;
  private @Nullable String error;
  private boolean indexKeys;
  private boolean otherKeys;

  private ResultsReader(boolean withDetails) {
    this.withDetails = withDetails;
  }

  /** The figures alone. */
  static ResultsFile figures(RunFile file) throws IOException, DamagedRunException {
    return read(file, false);
  }

  /** Figures and verdicts. */
  static ResultsFile withDetails(RunFile file) throws IOException, DamagedRunException {
    return read(file, true);
  }

  private static ResultsFile read(RunFile file, boolean withDetails)
      throws IOException, DamagedRunException {
    ResultsReader reader = new ResultsReader(withDetails);
    JsonInput.End end = JsonInput.read(file, reader::body);
    boolean judge = reader.indexKeys && !reader.otherKeys;
    return new ResultsFile(reader.metrics, reader.error, judge, reader.correctness, end);
  }

  private void body(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new JsonFault.UnexpectedValueException(parser, "An object of metrics was expected.");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (TreeNames.isDecimal(key)) {
        indexKeys = true;
        parser.skipChildren();
      } else {
        otherKeys = true;
        field(parser, key, value);
      }
    }
  }

  private void field(JsonParser parser, String key, JsonToken value) throws IOException {
    if (key.equals("details") && withDetails) {
      new DetailsReader(correctness).read(parser, value);
    } else if (key.equals("error") && value == JsonToken.VALUE_STRING) {
      error = parser.getText();
    } else if (value.isNumeric() && !NO_METRICS.contains(key)) {
      metric(parser, key, parser.getDoubleValue());
    } else if (value.isBoolean() && !NO_METRICS.contains(key)) {
      // Python's summariser takes True for the number 1.
      metric(parser, key, value == JsonToken.VALUE_TRUE ? 1 : 0);
    } else {
      parser.skipChildren();
    }
  }

  private void metric(JsonParser parser, String key, double value) throws IOException {
    if (metrics.size() >= MAX_METRICS) {
      throw new JsonFault.UnexpectedValueException(
          parser, "More than " + MAX_METRICS + " metrics are not taken.");
    }
    metrics.put(key, value);
  }
}
