package io.evalbeam.transforms.evaluation;

/** Differences of scores. */
final class Differences {
  private Differences() {}

  /** First minus second, the greatest double where it is beyond the range; NaN if one is. */
  static double of(double first, double second) {
    double difference = first - second;
    return Double.isInfinite(difference) ? Math.copySign(Double.MAX_VALUE, difference) : difference;
  }
}
