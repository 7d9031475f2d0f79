package io.evalbeam.transforms.statistics;

/** The regularised incomplete beta function (NIST Digital Library, 8.17). */
final class IncompleteBeta {
  private IncompleteBeta() {}

  /**
   * {@code I_x(a, b)}. Relative error around 1e-14, also for results close to 0.
   *
   * @param a positive
   * @param b positive
   * @param x in [0, 1]
   * @param y 1 - x, given apart because the difference may have lost its digits
   */
  static double regularised(double a, double b, double x, double y) {
    if (x == 0) {
      return 0;
    }
    if (y == 0) {
      return 1;
    }
    return x < (a + 1) / (a + b + 2) ? byFraction(a, b, x, y) : 1 - byFraction(b, a, y, x);
  }

  /**
   * Didonato and Morris (1992), equation 9. Unlike the better known fraction it never subtracts x
   * from 1, which matters when a is large and y small.
   */
  private static double byFraction(double a, double b, double x, double y) {
    ContinuedFraction fraction = new ContinuedFraction(a * (a * y - b * x + 1) / (a + 1));
    for (long m = 1; !fraction.converged(); m++) {
      double odd = a + 2 * m - 1;
      double change = m * (b - m) * x / odd;
      fraction.add(
          (a + m - 1) / odd * (a + b + m - 1) * x * change,
          m + change + (a + m) * (a * y - b * x + 1 + m * (1 + y)) / (odd + 2));
    }
    // x^a y^b / B(a, b) as a binomial density, which neither overflows nor cancels.
    return SaddlePoint.binomial(a, b, x, y) * a * b / (a + b) / fraction.value();
  }
}
