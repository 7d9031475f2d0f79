package io.evalbeam.transforms.statistics;

/** The standard normal distribution, to a relative error below 1e-13. */
public final class NormalDistribution {
  private NormalDistribution() {}

  /**
   * Probability of a value above z: half of {@code erfc(z / sqrt 2) = Q(1/2, z^2 / 2)}.
   *
   * @throws IllegalArgumentException when z is NaN
   */
  public static double upperTail(double z) {
    Probability.requireNumber(z);
    double beyond = IncompleteGamma.upper(0.5, z * z / 2) / 2;
    return z < 0 ? 1 - beyond : beyond;
  }

  /** Probability of a value up to z. */
  public static double cumulative(double z) {
    return upperTail(-z);
  }

  /**
   * The z with {@code cumulative(z) = probability}.
   *
   * @throws IllegalArgumentException when the probability is not between 0 and 1
   */
  public static double quantile(double probability) {
    Probability.requireInside(probability);
    return -Tail.inverse(
        probability,
        NormalDistribution::upperTail,
        z -> Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI));
  }
}
