package io.evalbeam.transforms.statistics;

import io.evalbeam.transforms.statistics.InstanceOutcomes.Outcome;
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
        double[] row = sums[i];
        for (int j = 0; j < score.length; j++) {
          row[j] += weighted * score[j];
        }
      }
    }
  }

  /**
   * Adds instances that the same models answered; time is {@code K^2}, however many instances there
   * are: with e_i wins expected, {@code sum (w_i - e_i)(w_j - e_j) = sum w_i w_j - e_i sum w_j -
   * e_j sum w_i + n e_i e_j}.
   *
   * @param models positions of the models of the sums
   * @throws IllegalArgumentException when one of them has no strength: the wins of the others count
   *     those against it
   */
  public void add(WinSums wins, int[] models) {
    double n = (double) wins.instances();
    double[] expected = new double[models.length];
    for (int i = 0; i < models.length; i++) {
      if (!fitted[models[i]]) {
        throw new IllegalArgumentException("model " + models[i] + " has no strength");
      }
      for (int j = 0; j < models.length; j++) {
        expected[i] += i == j ? 0 : winProbabilities[models[i]][models[j]];
      }
    }
    for (int i = 0; i < models.length; i++) {
      for (int j = 0; j < models.length; j++) {
        sums[models[i]][models[j]] +=
            wins.products(i, j) / 4.0
                - expected[i] * (wins.halfWins(j) / 2.0)
                - expected[j] * (wins.halfWins(i) / 2.0)
                + n * expected[i] * expected[j];
      }
    }
  }

  /** Whether a model takes part. */
  public boolean isFitted(int model) {
    return fitted[model];
  }

  /** {@code G[i][j]}; a copy. */
  double[][] matrix() {
    double[][] matrix = new double[sums.length][];
    for (int i = 0; i < sums.length; i++) {
      matrix[i] = sums[i].clone();
    }
    return matrix;
  }

  /** Half-wins among the models with a strength; those of an outcome where all have one. */
  private int[] amongFitted(int[] order) {
    boolean same = true;
    double[] values = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      same &= fitted[i] || order[i] == HalfWins.MISSING;
      values[i] = fitted[i] && order[i] != HalfWins.MISSING ? order[i] : Double.NaN;
    }
    return same ? order : HalfWins.of(values, false);
  }

  private double[] score(int[] order) {
    int[] halfWins = amongFitted(order);
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
