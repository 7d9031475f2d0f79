package io.evalbeam.transforms.statistics;

/** The chi-square distribution. */
public final class ChiSquare {
  private ChiSquare() {}

  /**
   * Probability of a value above x: {@code Q(v/2, x/2)}.
   *
   * @param x not negative
   * @param degreesOfFreedom v, positive
   * @throws IllegalArgumentException when an argument is out of range
   */
  public static double upperTail(double x, double degreesOfFreedom) {
    if (!(x >= 0 && degreesOfFreedom > 0)) {
      throw new IllegalArgumentException(
          "no chi-square tail at " + x + " with " + degreesOfFreedom + " degrees of freedom");
    }
    return IncompleteGamma.upper(degreesOfFreedom / 2, x / 2);
  }
}
