package io.evalbeam.io.evaluation.everyeval;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a metric beside its values.
 *
 * @param lowerIsBetter direction, null if unknown
 * @param binary whether single scores are 0 or 1
 * @param min smallest possible score, may be infinite; null if unknown
 * @param max largest possible score, may be infinite; null if unknown
 */
public record MetricTraits(
    @Nullable Boolean lowerIsBetter, boolean binary, @Nullable Double min, @Nullable Double max) {

  /** Nothing is known. */
  static final MetricTraits UNKNOWN = new MetricTraits(null, false, null, null);

  /** The same traits with a direction where they state none. */
  MetricTraits withDirection(@Nullable Boolean direction) {
    return lowerIsBetter == null ? new MetricTraits(direction, binary, min, max) : this;
  }

  /** Whether a figure lies inside the bounds as far as they are known. */
  boolean allow(double score) {
    return (min == null || score >= min) && (max == null || score <= max);
  }

  /**
   * Whether a score is as good as one can be, which is what the standard's {@code is_correct} can
   * mean for any metric. Scores are taken to lie between 0 and 1 where bounds are unknown.
   */
  boolean isBest(double score) {
    return Boolean.TRUE.equals(lowerIsBetter)
        ? score == (min == null ? 0.0 : min)
        : score == (max == null ? 1.0 : max);
  }
}
