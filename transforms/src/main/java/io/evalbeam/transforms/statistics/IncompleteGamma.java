package io.evalbeam.transforms.statistics;

/** The regularised incomplete gamma function (NIST Digital Library, chapter 8). */
final class IncompleteGamma {
  private static final double PRECISION = 0x1p-54;

  private IncompleteGamma() {}

  /**
   * {@code Q(a, x) = Gamma(a, x) / Gamma(a)}, the upper part. Relative error around 1e-14, also far
   * in the tail.
   *
   * @param a positive
   * @param x not negative
   */
  static double upper(double a, double x) {
    if (x == 0) {
      return 1;
    }
    if (Double.isInfinite(x)) {
      return 0;
    }
    return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x);
  }

  /**
   * NIST 8.11.4: {@code P(a, x) = x^a e^-x / Gamma(a + 1) (1 + x/(a+1) + x^2/((a+1)(a+2)) + ...)}.
   */
  private static double lowerBySeries(double a, double x) {
    double sum = 1;
    double term = 1;
    for (double below = a + 1; term > sum * PRECISION; below++) {
      term *= x / below;
      sum += term;
    }
    return SaddlePoint.poisson(a, x) * sum;
  }

  /** NIST 8.9.2, contracted, evaluated by Lentz's method. */
  private static double upperByFraction(double a, double x) {
    ContinuedFraction fraction = new ContinuedFraction(x + 1 - a);
    for (long i = 1; !fraction.converged(); i++) {
      fraction.add(-i * (i - a), x + 2 * i + 1 - a);
    }
    return SaddlePoint.poisson(a, x) * a / fraction.value();
  }
}
