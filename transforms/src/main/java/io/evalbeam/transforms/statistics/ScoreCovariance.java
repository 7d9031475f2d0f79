package io.evalbeam.transforms.statistics;

import io.evalbeam.transforms.statistics.InstanceOutcomes.Outcome;
import java.util.Arrays;
import java.util.List;

/**
 * {@code G = sum over instances of u u^T}: how much the derivatives u of the Bradley-Terry
 * log-likelihood scatter from instance to instance. {@code u_i} is the number of wins of model i on
 * the instance minus the number expected from the strengths. All comparisons on one instance make
 * one u, because they are dependent. Mutable, not thread-safe; sums are rounded, so add tasks in
 * one order always.
 */
public final class ScoreCovariance {
  private final double[][] winProbabilities;
  private final boolean[] fitted;
  private final double[][] sums;

  /** No instances yet; models without a strength are left out of all comparisons. */
  public ScoreCovariance(List<Strength> strengths) {
    int models = strengths.size();
    winProbabilities = new double[models][models];
    fitted = new boolean[models];
    sums = new double[models][models];
    for (int i = 0; i < models; i++) {
      Double log = strengths.get(i).logStrength();
      fitted[i] = log != null;
      for (int j = 0; j < models; j++) {
        Double otherLog = strengths.get(j).logStrength();
        if (log != null && otherLog != null) {
          winProbabilities[i][j] = PairModel.winProbability(log, otherLog);
        }
      }
    }
  }

  /**
   * Adds the instances of a task; time is {@code K^2} an outcome, so {@code n K^2} at most.
   *
   * @throws IllegalArgumentException when it has other models
   */
  public void add(InstanceOutcomes task) {
    if (task.models() != fitted.length) {
      throw new IllegalArgumentException(task.models() + " models instead of " + fitted.length);
    }
    for (Outcome outcome : task.outcomes()) {
      double[] score = score(outcome.halfWins());
      for (int i = 0; i < score.length; i++) {
        double weighted = outcome.count() * score[i];
        for (int j = 0; j < score.length && weighted != 0; j++) {
          sums[i][j] += weighted * score[j];
        }
      }
    }
  }

  /** {@code G[i][j]}; a copy. */
  double[][] matrix() {
    double[][] matrix = new double[sums.length][];
    for (int i = 0; i < sums.length; i++) {
      matrix[i] = sums[i].clone();
    }
    return matrix;
  }

  private double[] score(int[] order) {
    double[] values = new double[order.length];
    Arrays.setAll(values, i -> fitted[i] && order[i] != HalfWins.MISSING ? order[i] : Double.NaN);
    int[] halfWins = HalfWins.of(values, false);
    double[] score = new double[order.length];
    for (int i = 0; i < score.length; i++) {
      if (halfWins[i] == HalfWins.MISSING) {
        continue;
      }
      double expected = 0;
      for (int j = 0; j < score.length; j++) {
        expected += j == i || halfWins[j] == HalfWins.MISSING ? 0 : winProbabilities[i][j];
      }
      score[i] = halfWins[i] / 2.0 - expected;
    }
    return score;
  }
}
