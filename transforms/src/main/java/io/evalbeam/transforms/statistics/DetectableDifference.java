package io.evalbeam.transforms.statistics;

import org.jspecify.annotations.Nullable;

/**
 * The smallest true difference of means that a two-sided test at 95 % confidence finds with 80 %
 * power: {@code (z(.975) + z(.8)) se} (Cohen 1988; Card et al. 2020 for evaluations). Planned by
 * the normal distribution, which is a little optimistic for few instances.
 */
public final class DetectableDifference {
  private static final double Z_POWER = 0.8416212335729143;
  private static final double FACTOR = WilsonInterval.Z + Z_POWER;

  private DetectableDifference() {}

  /**
   * Between this model and an independent one that is like it: {@code (z + z') sd sqrt(2 / n)}.
   *
   * @param sd of instance scores, ddof = 1; null if unknown
   * @param n instances of each model
   * @return in units of the score; null for {@code n < 2} or without sd
   */
  public static @Nullable Double independent(@Nullable Double sd, long n) {
    return sd == null || n < 2 ? null : Double.valueOf(FACTOR * sd * Math.sqrt(2.0 / n));
  }

  /**
   * The same for scores 0 and 1, with {@code sd = sqrt(p (1 - p))}.
   *
   * @param p share of instances with score 1
   * @return null for {@code n < 2}
   * @throws IllegalArgumentException when p is not in [0, 1]
   */
  public static @Nullable Double independentProportions(double p, long n) {
    Probability.require(p);
    return independent(Math.sqrt(p * (1 - p)), n);
  }

  /**
   * Between two models on the same instances: {@code (z + z') sd_d / sqrt(n)}.
   *
   * @param sdOfDifferences ddof = 1; null if unknown
   * @param n shared instances
   * @return in units of the score; null for {@code n < 2} or without sd
   */
  public static @Nullable Double paired(@Nullable Double sdOfDifferences, long n) {
    return sdOfDifferences == null || n < 2
        ? null
        : Double.valueOf(FACTOR * sdOfDifferences / Math.sqrt((double) n));
  }
}
