package io.evalbeam.transforms.impute;

import java.util.Arrays;

/** Order statistics. */
final class Order {
  private Order() {}

  /** Median of at least one value; the middle of the two middle ones when their number is even. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return medianOfSorted(sorted, -1);
  }

  /** Median of sorted values without the one at an index; all of them when the index is -1. */
  static double medianOfSorted(double[] sorted, int without) {
    int count = without < 0 ? sorted.length : sorted.length - 1;
    double upper = element(sorted, without, count / 2);
    return count % 2 == 1 ? upper : (element(sorted, without, count / 2 - 1) + upper) / 2;
  }

  private static double element(double[] sorted, int without, int index) {
    return sorted[without >= 0 && index >= without ? index + 1 : index];
  }
}
