package io.evalbeam.transforms.statistics;

import java.util.function.DoubleUnaryOperator;

/** Inverts the upper tail of a distribution that is symmetric around zero. */
final class Tail {
  private static final int MOST_STEPS = 200;

  private Tail() {}

  /**
   * The x with {@code upperTail(x) = probability}, by Newton's method kept inside a bracket.
   *
   * @param probability in (0, 1)
   * @param upperTail decreasing; called for positive x only
   * @param density minus the tail's derivative
   */
  static double inverse(
      double probability, DoubleUnaryOperator upperTail, DoubleUnaryOperator density) {
    if (probability == 0.5) {
      return 0;
    }
    if (probability > 0.5) {
      return -inverse(1 - probability, upperTail, density);
    }
    double low = 0;
    double high = 1;
    while (upperTail.applyAsDouble(high) > probability) {
      low = high;
      high *= 2;
    }
    double x = (low + high) / 2;
    for (int step = 0; step < MOST_STEPS; step++) {
      double excess = upperTail.applyAsDouble(x) - probability;
      if (excess > 0) {
        low = x;
      } else {
        high = x;
      }
      double next = x + excess / density.applyAsDouble(x);
      if (!(next > low && next < high)) {
        next = (low + high) / 2;
      }
      if (Math.abs(next - x) <= Math.ulp(x)) {
        return next;
      }
      x = next;
    }
    return x;
  }
}
