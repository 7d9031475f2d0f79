package io.evalbeam.io.evaluation.opencompass;

import org.jspecify.annotations.Nullable;

/** Mean of one metric over the responses of a run. */
final class MetricMean {
  private double sum;
  private long count;

  /** Adds a score; a missing one changes nothing. */
  void add(@Nullable Double score) {
    if (score != null) {
      sum += score;
      count++;
    }
  }

  /** Number of scores. */
  long count() {
    return count;
  }

  /** The mean; NaN without scores. */
  double value() {
    return sum / count;
  }
}
