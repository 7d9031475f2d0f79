package io.evalbeam.transforms.statistics;

/** Comparisons counted pair by pair and instance by instance. */
final class ComparedScores {
  private ComparedScores() {}

  /**
   * All comparisons of a task.
   *
   * @param scores {@code [model][instance]}, NaN where missing
   */
  static PairwiseComparisons of(double[][] scores, boolean lowerIsBetter) {
    PairwiseComparisons comparisons = new PairwiseComparisons(scores.length);
    for (int i = 1; i < scores.length; i++) {
      for (int j = 0; j < i; j++) {
        for (int instance = 0; instance < scores[i].length; instance++) {
          double ahead = scores[i][instance] - scores[j][instance];
          double better = lowerIsBetter ? -ahead : ahead;
          if (!Double.isNaN(better)) {
            comparisons.add(i, j, better > 0 ? 1 : 0, better < 0 ? 1 : 0, better == 0 ? 1 : 0);
          }
        }
      }
    }
    return comparisons;
  }
}
