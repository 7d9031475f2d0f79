package io.evalbeam.transforms.statistics;

import org.jspecify.annotations.Nullable;

/** The score interval of a proportion (Wilson 1927), 95 %, without continuity correction. */
public final class WilsonInterval {
  /** 97.5 % quantile of the standard normal distribution. */
  static final double Z = 1.959963984540054;

  private WilsonInterval() {}

  /**
   * {@code (m + z^2/2n -+ z sqrt(m(1-m)/n + z^2/4n^2)) / (1 + z^2/n)}, clamped to [0, 1].
   *
   * @param mean m, share of instances with score 1, in [0, 1]
   * @param n number of instances, all with score 0 or 1
   * @return null without instances
   * @throws IllegalArgumentException when the mean is not in [0, 1] or n is negative
   */
  public static @Nullable Interval of(double mean, long n) {
    Probability.require(mean);
    if (n < 0) {
      throw new IllegalArgumentException("negative number of instances");
    }
    if (n == 0) {
      return null;
    }
    double squareByN = Z * Z / n;
    double center = mean + squareByN / 2;
    double half = Z * Math.sqrt(mean * (1 - mean) / n + squareByN / (4.0 * n));
    double whole = 1 + squareByN;
    return new Interval(Math.max(0, (center - half) / whole), Math.min(1, (center + half) / whole));
  }
}
