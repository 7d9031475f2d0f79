package io.evalbeam.transforms.evaluation;

/** Differences of scores. */
final class Differences {
  private Differences() {}

  /** First minus second, the greatest double where it is beyond the range; NaN if one is. */
  static double of(double first, double second) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, first - second));
  }
}
