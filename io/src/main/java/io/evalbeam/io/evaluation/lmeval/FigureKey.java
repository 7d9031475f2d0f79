package io.evalbeam.io.evaluation.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Name of a figure: {@code acc,none}, or {@code acc_stderr,none} for its standard error. The last
 * comma separates metric and filter.
 */
record FigureKey(String metric, String filter) {
  /** Metric of runs that only predict; its value stands for no score. */
  static final String BYPASS = "bypass";

  private static final String STANDARD_ERROR = "_stderr";

  /** Figures of a task or group in file order, without standard errors. */
  static List<FigureKey> ofAll(JsonNode result) {
    List<FigureKey> keys = new ArrayList<>();
    result
        .fieldNames()
        .forEachRemaining(
            name -> {
              FigureKey key = parse(name);
              if (key != null && !key.isStandardErrorIn(result)) {
                keys.add(key);
              }
            });
    return keys;
  }

  /** Null when the name is not one of a figure, such as {@code alias}. */
  private static @Nullable FigureKey parse(String name) {
    int comma = name.lastIndexOf(',');
    return comma <= 0 ? null : new FigureKey(name.substring(0, comma), name.substring(comma + 1));
  }

  /** The suffix alone proves nothing: a metric may be called so. */
  private boolean isStandardErrorIn(JsonNode result) {
    return metric.endsWith(STANDARD_ERROR)
        && result.has(
            metric.substring(0, metric.length() - STANDARD_ERROR.length()) + "," + filter);
  }

  String text() {
    return metric + "," + filter;
  }

  /** The standard error beside the figure; null where the file says {@code N/A} or nothing. */
  @Nullable Double standardError(JsonNode result) {
    JsonNode value = result.path(metric + STANDARD_ERROR + "," + filter);
    return value.isNumber() && Double.isFinite(value.doubleValue())
        ? Double.valueOf(value.doubleValue())
        : null;
  }
}
