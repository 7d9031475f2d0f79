package io.evalbeam.transforms.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Adjusts p-values for the number of tests. The order of the tests cannot matter. */
public final class MultipleComparisons {
  private MultipleComparisons() {}

  /**
   * Holm (1979): with p sorted upwards, {@code adjusted_i = max_{j <= i} min(1, (m - j + 1) p_j)}.
   * Controls the probability of any false rejection under every dependence.
   *
   * @param p p-values of one family; tests without a p-value are not part of it
   * @return adjusted p-values in the order given
   * @throws IllegalArgumentException when a p-value is not in [0, 1]
   */
  public static double[] holm(double[] p) {
    int[] order = ascending(p);
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      largest = Math.max(largest, Math.min(1, (p.length - rank) * p[order[rank]]));
      adjusted[order[rank]] = largest;
    }
    return adjusted;
  }

  /**
   * Benjamini and Hochberg (1995): with p sorted upwards, {@code adjusted_i = min_{j >= i} min(1, m
   * p_j / j)}. Controls the expected share of false rejections when tests are independent or
   * positively dependent.
   *
   * @param p p-values of one family; tests without a p-value are not part of it
   * @return adjusted p-values in the order given
   * @throws IllegalArgumentException when a p-value is not in [0, 1]
   */
  public static double[] benjaminiHochberg(double[] p) {
    int[] order = ascending(p);
    double[] adjusted = new double[p.length];
    double smallest = 1;
    for (int rank = order.length; rank > 0; rank--) {
      int test = order[rank - 1];
      smallest = Math.min(smallest, p.length * p[test] / rank);
      adjusted[test] = smallest;
    }
    return adjusted;
  }

  private static int[] ascending(double[] p) {
    for (double value : p) {
      Probability.require(value);
    }
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble(test -> p[test]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
