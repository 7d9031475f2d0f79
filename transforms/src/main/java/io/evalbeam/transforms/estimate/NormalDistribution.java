package io.evalbeam.transforms.estimate;

/** The standard normal distribution. */
final class NormalDistribution {
  private NormalDistribution() {}

  /**
   * Probability of exceeding z, absolute error below 1e-7 (Abramowitz and Stegun, formula 26.2.17).
   */
  static double upperTail(double z) {
    if (z < 0) {
      return 1 - upperTail(-z);
    }
    double t = 1 / (1 + 0.2316419 * z);
    double polynomial =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * polynomial;
  }
}
