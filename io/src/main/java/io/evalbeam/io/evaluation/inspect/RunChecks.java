package io.evalbeam.io.evaluation.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.math.ExactMoments;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what a log states with what its samples say, and reports every difference. */
final class RunChecks {
  private static final double TOLERANCE = 1e-12;

  private final JsonNode results;
  private final FileIssues issues;
  private final RunSink sink;
  private long comparisons;
  private boolean equal = true;

  RunChecks(LogHeader log, FileIssues issues, RunSink sink) {
    this.results = log.results();
    this.issues = issues;
    this.sink = sink;
  }

  /** Compares the number of samples that ended without an error. */
  void completed(long counted) {
    JsonNode stated = results.path("completed_samples");
    if (stated.isIntegralNumber()) {
      count("/results/completed_samples", stated.longValue(), counted, counted);
    }
  }

  /** Compares counts and figures of every scorer. */
  void scorers(Map<String, ScorerValues> scorers) {
    JsonNode scores = results.path("scores");
    for (int i = 0; i < scores.size(); i++) {
      JsonNode stated = scores.path(i);
      String place = "/results/scores/" + i;
      ScorerValues values = scorers.get(stated.path("name").asText());
      JsonNode scored = stated.path("scored_samples");
      if (scored.isIntegralNumber()) {
        long rows = values == null ? 0 : values.count();
        long samples = values == null ? 0 : values.samples();
        // Logs with a reducer count samples, others count every epoch.
        count(place + "/scored_samples", scored.longValue(), rows, samples);
      }
      String reducer = stated.path("reducer").asText("mean");
      if (values != null && values.count() > 0 && reducer.equals("mean")) {
        figures(place + "/metrics/", stated.path("metrics"), values.moments());
      }
    }
  }

  private void count(String place, long stated, long counted, long alternative) {
    comparisons++;
    if (stated != counted && stated != alternative) {
      differs(
          IssueCode.COUNTS_DIFFER,
          place,
          Long.toString(stated),
          "The log states this number of samples; it holds " + counted + ".");
    }
  }

  private void figures(String place, JsonNode metrics, ExactMoments moments) {
    for (Map.Entry<String, JsonNode> metric : metrics.properties()) {
      JsonNode stated = metric.getValue().path("value");
      Double computed = figure(metric.getKey(), metric.getValue().path("params"), moments);
      if (computed == null || !stated.isNumber()) {
        continue;
      }
      comparisons++;
      double scale = Math.max(1, Math.max(Math.abs(stated.doubleValue()), Math.abs(computed)));
      if (!(Math.abs(stated.doubleValue() - computed) <= TOLERANCE * scale)) {
        differs(
            IssueCode.STATISTICS_MISMATCH,
            place + metric.getKey(),
            stated.asText(),
            "The log states this; from the samples it is " + computed + ".");
      }
    }
  }

  /** Null for metrics that are not defined by the values of single samples alone. */
  private static @Nullable Double figure(String metric, JsonNode params, ExactMoments moments) {
    Double variance = moments.sampleVariance();
    return switch (metric.substring(metric.lastIndexOf('/') + 1)) {
      case "accuracy", "mean" -> moments.mean();
      case "std" -> variance == null ? null : Double.valueOf(Math.sqrt(variance));
      case "stderr" ->
          variance == null || params.hasNonNull("cluster")
              ? null
              : Double.valueOf(Math.sqrt(variance / moments.count()));
      default -> null;
    };
  }

  private void differs(IssueCode code, String place, String excerpt, String detail) {
    equal = false;
    sink.issue(issues.warning(code, place, excerpt, detail));
  }

  /** How the run ended; rejected samples make it unverified whatever was compared. */
  RunOutcome outcome(long rejected) {
    boolean verified = equal && rejected == 0;
    return new RunOutcome(
        rejected, comparisons == 0 ? null : Boolean.valueOf(verified), comparisons);
  }
}
