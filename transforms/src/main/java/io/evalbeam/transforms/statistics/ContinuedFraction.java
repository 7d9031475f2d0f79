package io.evalbeam.transforms.statistics;

/**
 * {@code b0 + a1/(b1 + a2/(b2 + ...))} evaluated from the front by the modified method of Lentz
 * (Thompson and Barnett 1986), which stops when it has converged.
 */
final class ContinuedFraction {
  private static final double PRECISION = 0x1p-52;
  // Stands in for a zero denominator; the next level cancels it.
  private static final double TINY = 1e-300;

  private double value;
  private double numerators;
  private double denominators;
  private boolean converged;

  ContinuedFraction(double first) {
    value = first == 0 ? TINY : first;
    numerators = value;
  }

  /** Adds the next level. */
  void add(double numerator, double denominator) {
    denominators = 1 / nonZero(denominator + numerator * denominators);
    numerators = nonZero(denominator + numerator / numerators);
    double factor = numerators * denominators;
    value *= factor;
    // Negated, so that NaN ends it too.
    converged = !(Math.abs(factor - 1) > PRECISION);
  }

  boolean converged() {
    return converged;
  }

  double value() {
    return value;
  }

  private static double nonZero(double value) {
    return value == 0 ? TINY : value;
  }
}
