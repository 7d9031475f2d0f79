package io.evalbeam.transforms.statistics;

/**
 * How often each model beat each other one, over the instances of any number of tasks. A tie is
 * half a win for both; halves are counted, so everything is an integer and the order of additions
 * cannot matter. Mutable, not thread-safe.
 */
public final class PairwiseComparisons {
  private final long[][] halfWins;

  /** No comparisons yet between a number of models. */
  public PairwiseComparisons(int models) {
    halfWins = new long[models][models];
  }

  /** Number of models K. */
  public int models() {
    return halfWins.length;
  }

  /**
   * Adds comparisons of two models.
   *
   * @throws IllegalArgumentException when it is one model, or a number is negative
   */
  public void add(int first, int second, long wins, long losses, long ties) {
    if (first == second || wins < 0 || losses < 0 || ties < 0) {
      throw new IllegalArgumentException("not a comparison of two models");
    }
    halfWins[first][second] += 2 * wins + ties;
    halfWins[second][first] += 2 * losses + ties;
  }

  /** {@code w_ij}: instances on which the first model was better, plus half of the ties. */
  public double wins(int first, int second) {
    return halfWins[first][second] / 2.0;
  }

  /** {@code n_ij}: instances on which both models are present. */
  public long instances(int first, int second) {
    return (halfWins[first][second] + halfWins[second][first]) / 2;
  }
}
