package io.evalbeam.transforms.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Log-odds of a share, finite also where all or no instances are right (Anscombe 1956). Effects of
 * models and subjects add up better on this scale than on that of means, where departures close to
 * 0 and 1 are squeezed.
 */
public final class EmpiricalLogit {
  private EmpiricalLogit() {}

  /**
   * {@code ln((n m + 1/2) / (n (1 - m) + 1/2))}.
   *
   * @param mean m, in [0, 1]
   * @param n number of instances
   * @return null without instances
   * @throws IllegalArgumentException when the mean is not in [0, 1]
   */
  public static @Nullable Double of(double mean, long n) {
    Probability.require(mean);
    return n < 1 ? null : Double.valueOf(Math.log((n * mean + 0.5) / (n * (1 - mean) + 0.5)));
  }
}
