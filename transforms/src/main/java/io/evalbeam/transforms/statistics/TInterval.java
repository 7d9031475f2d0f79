package io.evalbeam.transforms.statistics;

import org.jspecify.annotations.Nullable;

/** The interval of a mean of graded scores, 95 %, by Student's t distribution. */
public final class TInterval {
  private static final double UPPER = 0.975;

  private TInterval() {}

  /**
   * {@code mean -+ t(.975, n-1) se}; not clamped, because graded scores have no common range.
   *
   * @param standardError {@code sd / sqrt(n)} with ddof = 1, not negative; null if unknown
   * @param n number of instances
   * @return null for {@code n < 2} or without a standard error
   */
  public static @Nullable Interval of(double mean, @Nullable Double standardError, long n) {
    if (standardError == null || n < 2) {
      return null;
    }
    double half = StudentT.quantile(UPPER, n - 1.0) * standardError;
    return new Interval(mean - half, mean + half);
  }
}
