package io.evalbeam.schemas.evaluation;

import org.jspecify.annotations.Nullable;

/** The score of a response that its task is published with. */
public final class MainScore {
  private MainScore() {}

  /**
   * Name of the metric that counts: the main metric, or its fallback where only that has a value.
   * Null when the task has no main metric.
   */
  public static @Nullable String metric(@Nullable MainMetric main, MetricValues values) {
    if (main == null) {
      return null;
    }
    String fallback = main.fallback();
    boolean falls =
        fallback != null && values.get(main.metric()) == null && values.get(fallback) != null;
    return falls ? fallback : main.metric();
  }

  /** Value of {@link #metric}; null when it is missing. */
  public static @Nullable Double score(@Nullable MainMetric main, MetricValues values) {
    String metric = metric(main, values);
    return metric == null ? null : values.get(metric);
  }

  /**
   * Whether the response is correct: score 1 is, score 0 is not. Null for any other score, a
   * missing one, and tasks whose scores are not binary.
   */
  public static @Nullable Boolean correct(@Nullable MainMetric main, MetricValues values) {
    Double score = main != null && main.binary() ? score(main, values) : null;
    if (score == null || (score != 0 && score != 1)) {
      return null;
    }
    return score == 1;
  }
}
