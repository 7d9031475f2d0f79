package io.evalbeam.transforms.statistics;

import java.util.Arrays;

/** Counts whom a model beats, in halves: two for a worse model, one for an equal one. */
final class HalfWins {
  /** Stands for a model without a value. */
  static final int MISSING = -1;

  private HalfWins() {}

  /**
   * Half-wins of each model among those that have a value. Of two models the better one always has
   * more of them, and equal ones have as many.
   *
   * @param values by model, NaN where missing
   * @throws IllegalArgumentException when a value is infinite
   */
  static int[] of(double[] values, boolean lowerIsBetter) {
    double[] sorted = new double[values.length];
    int present = 0;
    for (double value : values) {
      if (Double.isInfinite(value)) {
        throw new IllegalArgumentException("an infinite value has no rank");
      }
      if (!Double.isNaN(value)) {
        sorted[present++] = quality(value, lowerIsBetter);
      }
    }
    Arrays.sort(sorted, 0, present);
    int[] halfWins = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        halfWins[i] = MISSING;
        continue;
      }
      double quality = quality(values[i], lowerIsBetter);
      int worse = firstAtLeast(sorted, present, quality);
      int notBetter = firstAtLeast(sorted, present, Math.nextUp(quality));
      halfWins[i] = worse + notBetter - 1;
    }
    return halfWins;
  }

  /** Larger is better; adding zero makes the two zeros equal for sorting. */
  private static double quality(double value, boolean lowerIsBetter) {
    return (lowerIsBetter ? -value : value) + 0.0;
  }

  private static int firstAtLeast(double[] sorted, int length, double value) {
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
