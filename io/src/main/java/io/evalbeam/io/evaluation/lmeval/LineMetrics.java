package io.evalbeam.io.evaluation.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.math.ExactMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes the metrics of every line. What a line holds for a perplexity is no perplexity but a
 * log-likelihood, sometimes with a weight in words or bytes: such values are named {@code
 * {metric}_loglikelihood} and {@code {metric}_weight}, and no mean over them is a score.
 */
final class LineMetrics {
  static final String LOG_LIKELIHOOD = "_loglikelihood";
  static final String WEIGHT = "_weight";

  private final ResultsFile results;
  private final String task;
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private List<String> names = List.of();
  private final List<ExactMoments> moments = new ArrayList<>();
  private final Map<String, Unusable> unusable = new TreeMap<>();

  private record Unusable(IssueCode code, long firstLine, String excerpt, long lines) {}

  LineMetrics(ResultsFile results, String task) {
    this.results = results;
    this.task = task;
  }

  /** Values of a line; a metric without a usable value is missing. */
  MetricValues of(SampleLine line, long lineNumber) {
    double[] values = new double[names.size() + 2 * line.metrics().size()];
    Arrays.fill(values, Double.NaN);
    for (String metric : line.metrics()) {
      JsonNode value = line.fields().path(metric);
      if (metric.equals(FigureKey.BYPASS) || value.isNull() || value.isMissingNode()) {
        continue;
      }
      switch (results.aggregation(task, metric)) {
        case PERPLEXITY -> set(metric + LOG_LIKELIHOOD, value, lineNumber, values);
        case WEIGHTED_PERPLEXITY, BITS_PER_BYTE -> {
          set(metric + LOG_LIKELIHOOD, value.path(0), lineNumber, values);
          set(metric + WEIGHT, value.path(1), lineNumber, values);
        }
        case MEAN, OTHER -> set(metric, value, lineNumber, values);
      }
    }
    return MetricValues.of(names, Arrays.copyOf(values, names.size()));
  }

  private void set(String name, JsonNode value, long lineNumber, double[] values) {
    Double number = number(value);
    if (number == null || !Double.isFinite(number)) {
      IssueCode code = number == null ? IssueCode.TYPE_UNEXPECTED : IssueCode.NON_FINITE_SCORE;
      unusable.merge(
          name,
          new Unusable(code, lineNumber, value.toString(), 1),
          (first, next) ->
              new Unusable(first.code, first.firstLine, first.excerpt, first.lines + 1));
      return;
    }
    int position = position(name);
    values[position] = number;
    moments.get(position).add(number);
  }

  private static @Nullable Double number(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue() ? 1.0 : 0.0;
    }
    return value.isNumber() ? Double.valueOf(value.doubleValue()) : null;
  }

  private int position(String name) {
    Integer known = positions.get(name);
    if (known != null) {
      return known;
    }
    positions.put(name, names.size());
    moments.add(new ExactMoments());
    // Earlier responses keep the shorter list they share.
    names = List.copyOf(positions.keySet());
    return names.size() - 1;
  }

  /** Moments of all values given under a name, null when there were none. */
  @Nullable ExactMoments moments(String name) {
    Integer position = positions.get(name);
    return position == null ? null : moments.get(position);
  }

  /** Reports metrics with values that are no finite numbers, once each. */
  void reportUnusable(FileIssues issues, RunSink sink) {
    unusable.forEach(
        (name, found) ->
            sink.issue(
                issues.warning(
                    found.code,
                    "line " + found.firstLine + ", " + name,
                    found.excerpt,
                    "This is no finite number; so it is on "
                        + found.lines
                        + " lines of this filter. The metric is missing there.")));
  }
}
