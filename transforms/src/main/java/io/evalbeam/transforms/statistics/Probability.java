package io.evalbeam.transforms.statistics;

/** Checks of the arguments of distributions. */
final class Probability {
  private Probability() {}

  static void requireInside(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("not strictly between 0 and 1: " + probability);
    }
  }

  static void requireNumber(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("not a number");
    }
  }

  static void require(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("not between 0 and 1: " + probability);
    }
  }
}
