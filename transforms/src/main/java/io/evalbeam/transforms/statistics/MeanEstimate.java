package io.evalbeam.transforms.statistics;

import io.evalbeam.schemas.math.ExactMoments;
import org.jspecify.annotations.Nullable;

/**
 * A mean over instances with its spread.
 *
 * @param n number of instances
 * @param mean {@code S / n}, rounded once; null without instances
 * @param sd {@code sqrt(sum (x_i - m)^2 / (n - 1))}; null for {@code n < 2}
 * @param standardError {@code sd / sqrt(n)}; null for {@code n < 2}
 */
public record MeanEstimate(
    long n, @Nullable Double mean, @Nullable Double sd, @Nullable Double standardError) {

  /** The estimate from exact sums of the instance scores. */
  public static MeanEstimate of(ExactMoments moments) {
    Double variance = moments.sampleVariance();
    if (variance == null) {
      return new MeanEstimate(moments.count(), moments.mean(), null, null);
    }
    double sd = Math.sqrt(variance);
    return new MeanEstimate(
        moments.count(), moments.mean(), sd, sd / Math.sqrt((double) moments.count()));
  }

  /**
   * The estimate from scores.
   *
   * @param scores by instance, NaN where missing
   * @throws IllegalArgumentException when a score is infinite
   */
  public static MeanEstimate of(double[] scores) {
    ExactMoments moments = new ExactMoments();
    for (double score : scores) {
      if (!Double.isNaN(score)) {
        moments.add(score);
      }
    }
    return of(moments);
  }
}
