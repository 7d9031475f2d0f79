package io.evalbeam.transforms.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Standard errors of Bradley-Terry strengths that allow for dependent comparisons on one instance:
 * the sandwich {@code V = H+ G H+} (Huber 1967; White 1982), clustered by instance. {@code H = sum
 * n_ij p_ij p_ji (e_i - e_j)(e_i - e_j)^T} is the information, {@code H+} its pseudo-inverse, which
 * keeps the logarithms' mean at 0. The inverse information alone would be too small.
 */
public final class SandwichErrors {
  private SandwichErrors() {}

  /**
   * Adds {@code sqrt(V_ii)} to each fitted strength. No small-sample factor.
   *
   * @param strengths as fitted to these comparisons
   * @param covariance at these strengths, of the instances behind these comparisons
   * @return by model; the error stays null where there is no strength, and for all models when
   *     their information is lost in rounding
   * @throws IllegalArgumentException when the numbers of models differ
   */
  public static List<Strength> of(
      List<Strength> strengths, PairwiseComparisons comparisons, ScoreCovariance covariance) {
    double[][] scatter = covariance.matrix();
    if (strengths.size() != comparisons.models() || strengths.size() != scatter.length) {
      throw new IllegalArgumentException("strengths, comparisons and scores of different models");
    }
    int[] members =
        IntStream.range(0, strengths.size())
            .filter(model -> strengths.get(model).status() == StrengthStatus.FITTED)
            .toArray();
    double[] logs = new double[members.length];
    for (int i = 0; i < members.length; i++) {
      Double log = strengths.get(members[i]).logStrength();
      logs[i] = log == null ? 0 : log;
    }
    Optional<double[][]> bread = new PairModel(comparisons, members).inverseInformation(logs);
    if (bread.isEmpty()) {
      return strengths;
    }
    List<Strength> result = new ArrayList<>(strengths);
    for (int i = 0; i < members.length; i++) {
      double variance = quadraticForm(bread.get()[i], scatter, members);
      result.set(members[i], strengths.get(members[i]).withStandardError(Math.sqrt(variance)));
    }
    return List.copyOf(result);
  }

  /** Not negative but for rounding, because the matrix is a sum of squares. */
  private static double quadraticForm(double[] vector, double[][] matrix, int[] members) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        sum += vector[i] * matrix[members[i]][members[j]] * vector[j];
      }
    }
    return Math.max(0, sum);
  }
}
