package io.evalbeam.io.evaluation.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.io.evaluation.json.SortedJson;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.ReportedStatus;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the figures a log states. Logs know no direction and no bounds. */
final class ReportedMetrics {
  private ReportedMetrics() {}

  static void emit(FoundRun run, LogHeader log, RunSink sink) throws IOException {
    for (JsonNode scorer : log.results().path("scores")) {
      for (Map.Entry<String, JsonNode> metric : scorer.path("metrics").properties()) {
        sink.reported(score(run, log, scorer, metric.getKey(), metric.getValue()));
      }
    }
  }

  private static ReportedScore score(
      FoundRun run, LogHeader log, JsonNode scorer, String metric, JsonNode entry) {
    JsonNode value = entry.path("value");
    ReportedStatus status = status(value);
    String name = metric.substring(metric.lastIndexOf('/') + 1);
    String reducer = SortedJson.text(scorer.path("reducer"));
    JsonNode scored = scorer.path("scored_samples");
    return new ReportedScore(
        run.header().source(),
        run.header().benchmark(),
        run.header().runName(),
        run.runHash(),
        run.files().get(0).name(),
        null,
        run.header().modelName(),
        run.header().datasetName(),
        SortedJson.text(log.evaluation().path("task_version")),
        metric,
        scorer.path("name").asText() + (reducer == null ? "" : "," + reducer),
        false,
        status,
        status == ReportedStatus.OK ? Double.valueOf(value.doubleValue()) : null,
        SortedJson.text(value),
        name.equals("accuracy") || name.equals("mean") ? standardError(scorer) : null,
        scored.isIntegralNumber() ? Long.valueOf(scored.longValue()) : null,
        null,
        null,
        0);
  }

  private static ReportedStatus status(JsonNode value) {
    if (value.isNumber()) {
      return Double.isFinite(value.doubleValue()) ? ReportedStatus.OK : ReportedStatus.NON_FINITE;
    }
    return value.isNull() || value.isMissingNode()
        ? ReportedStatus.MISSING
        : ReportedStatus.NON_NUMERIC;
  }

  /** The standard error a scorer states beside its mean. */
  private static @Nullable Double standardError(JsonNode scorer) {
    for (Map.Entry<String, JsonNode> metric : scorer.path("metrics").properties()) {
      JsonNode value = metric.getValue().path("value");
      String name = metric.getKey().substring(metric.getKey().lastIndexOf('/') + 1);
      if (name.equals("stderr") && status(value) == ReportedStatus.OK) {
        return value.doubleValue();
      }
    }
    return null;
  }
}
