package io.evalbeam.io.evaluation.helm;

/** Equality of figures that were computed in another order of operations. */
final class Closeness {
  private static final double RELATIVE = 1e-12;
  // Subnormal numbers have no 12 digits: there a few units of the last place must do.
  private static final double ABSOLUTE = 4 * Double.MIN_VALUE;

  private Closeness() {}

  /** Whether two finite figures are equal within 1e-12 of the larger. */
  static boolean isClose(double a, double b) {
    double larger = Math.max(Math.abs(a), Math.abs(b));
    return Math.abs(a - b) <= Math.max(RELATIVE * larger, ABSOLUTE);
  }
}
