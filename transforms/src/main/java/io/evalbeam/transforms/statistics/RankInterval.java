package io.evalbeam.transforms.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * The ranks that a model can have given the adjusted tests between pairs (Mogstad et al. 2024).
 *
 * @param best {@code 1 + #models significantly better}
 * @param worst {@code K - #models significantly worse}
 */
public record RankInterval(int best, int worst) {

  /**
   * Intervals of all models. Where all tests control the family-wise error together, so do the
   * intervals.
   *
   * @param significantlyBetter {@code [i][j]} says that model i is significantly better than model
   *     j; false where the pair was not tested
   * @throws IllegalArgumentException when the matrix is not square, or two models are better than
   *     each other
   */
  public static List<RankInterval> of(boolean[][] significantlyBetter) {
    int models = significantlyBetter.length;
    List<RankInterval> intervals = new ArrayList<>(models);
    for (int i = 0; i < models; i++) {
      if (significantlyBetter[i].length != models) {
        throw new IllegalArgumentException("not a square matrix");
      }
      int better = 0;
      int worse = 0;
      for (int j = 0; j < models; j++) {
        if (significantlyBetter[i][j] && significantlyBetter[j][i]) {
          throw new IllegalArgumentException(i + " and " + j + " are better than each other");
        }
        better += significantlyBetter[j][i] ? 1 : 0;
        worse += significantlyBetter[i][j] ? 1 : 0;
      }
      intervals.add(new RankInterval(1 + better, models - worse));
    }
    return List.copyOf(intervals);
  }
}
