package io.evalbeam.transforms.statistics;

/** Student's t distribution (Student 1908), to a relative error below 1e-12. */
public final class StudentT {
  private StudentT() {}

  /**
   * Probability of a value above t: half of {@code I_x(v/2, 1/2)} with {@code x = v / (v + t^2)}.
   *
   * @param degreesOfFreedom v, positive
   * @throws IllegalArgumentException when t is NaN or v is not positive
   */
  public static double upperTail(double t, double degreesOfFreedom) {
    Probability.requireNumber(t);
    requirePositive(degreesOfFreedom);
    double square = t * t;
    double whole = degreesOfFreedom + square;
    // Infinite squares only occur so far out that no double is left for the tail.
    double beyond =
        Double.isInfinite(whole)
            ? 0
            : IncompleteBeta.regularised(
                    degreesOfFreedom / 2, 0.5, degreesOfFreedom / whole, square / whole)
                / 2;
    return t < 0 ? 1 - beyond : beyond;
  }

  /**
   * The t with probability {@code probability} below it.
   *
   * @param degreesOfFreedom positive
   * @throws IllegalArgumentException when the probability is not between 0 and 1
   */
  public static double quantile(double probability, double degreesOfFreedom) {
    Probability.requireInside(probability);
    requirePositive(degreesOfFreedom);
    return -Tail.inverse(
        probability, t -> upperTail(t, degreesOfFreedom), t -> density(t, degreesOfFreedom));
  }

  /** {@code Gamma((v+1)/2) / (sqrt(v pi) Gamma(v/2)) (1 + t^2/v)^(-(v+1)/2)}. */
  private static double density(double t, double degreesOfFreedom) {
    double v = degreesOfFreedom;
    // Both gamma functions by Stirling's formula: large terms cancel before the exponential.
    double logRatio =
        SaddlePoint.stirlingError((v + 1) / 2)
            - SaddlePoint.stirlingError(v / 2)
            + v / 2 * Math.log1p(1 / v)
            - 0.5;
    return Math.exp(logRatio - (v + 1) / 2 * Math.log1p(t * t / v)) / Math.sqrt(2 * Math.PI);
  }

  private static void requirePositive(double degreesOfFreedom) {
    if (!(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException("degrees of freedom must be positive");
    }
  }
}
