package io.evalbeam.transforms.statistics;

/** Checks of arguments that are probabilities. */
final class Probability {
  private Probability() {}

  static void requireInside(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("not strictly between 0 and 1: " + probability);
    }
  }

  static void require(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("not between 0 and 1: " + probability);
    }
  }
}
