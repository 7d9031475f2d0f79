package io.evalbeam.transforms.evaluation;

import java.util.Arrays;

/** Collects the instances of one cell, once each. Not thread-safe. */
public final class CellAccumulator {
  private double[] scores;
  private int size;
  private long missing;
  private final TrialSums sums = new TrialSums();
  private final TrialScatter scatter = new TrialScatter();

  /**
   * No instances.
   *
   * @param expected number of instances to make room for; more are possible
   */
  public CellAccumulator(int expected) {
    scores = new double[Math.max(expected, 1)];
  }

  /** Adds an instance of which no trial has a score. */
  public void addMissing() {
    missing++;
  }

  /**
   * Adds an instance and returns its score: the exact sum over trials divided by their number,
   * rounded once.
   *
   * @param trials trials with a score, ascending, at least 0
   * @param values their scores, finite
   * @param count how many of both arrays are used, at least 1
   */
  public double add(int[] trials, double[] values, int count) {
    for (int i = 0; i < count; i++) {
      sums.add(trials[i], values[i]);
    }
    double score = TrialMean.of(values, count);
    scatter.add(values, count, score);
    if (size == scores.length) {
      scores = Arrays.copyOf(scores, 2 * size);
    }
    scores[size++] = score;
    return score;
  }

  /** State of what was added. Ends the use of this accumulator. */
  public CellState toState() {
    double[] sorted = size == scores.length ? scores : Arrays.copyOf(scores, size);
    Arrays.sort(sorted);
    return new CellState(missing, ScoreDistribution.of(sorted), sums, scatter);
  }
}
