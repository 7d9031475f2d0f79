package io.evalbeam.transforms.statistics;

import io.evalbeam.transforms.statistics.InstanceOutcomes.Outcome;
import java.util.List;
import java.util.stream.IntStream;

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
   * Adds the instances of a task with scores 0 and 1 that all its models answered; time is {@code
   * K^2}, however many instances there are.
   *
   * <p>With K models, c of them right, model i wins {@code w_i = K/2 x_i + (K - 1 - c)/2} where
   * {@code x_i} is its score and ties count one half. Products of wins, summed over instances, are
   * therefore sums of {@code x_i x_j}, and with e_i wins expected {@code sum (w_i - e_i)(w_j - e_j)
   * = sum w_i w_j - e_i sum w_j - e_j sum w_i + n e_i e_j}.
   */
  public void add(RightAnswers task) {
    int[] places =
        IntStream.range(0, task.models().length).filter(i -> fitted[task.models()[i]]).toArray();
    double models = places.length;
    double n = (double) task.instances();
    double right = 0;
    double rightSquared = 0;
    double[] rightTogether = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      for (int place : places) {
        rightTogether[i] += (double) task.bothRight()[places[i]][place];
      }
      right += (double) task.bothRight()[places[i]][places[i]];
      rightSquared += rightTogether[i];
    }
    // z = (K - 1 - c) / 2 is what a wrong model wins.
    double sumZ = ((models - 1) * n - right) / 2;
    double sumZz = ((models - 1) * (models - 1) * n - 2 * (models - 1) * right + rightSquared) / 4;
    double[] expected = new double[places.length];
    double[] sumXz = new double[places.length];
    double[] wins = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      double own = (double) task.bothRight()[places[i]][places[i]];
      for (int j = 0; j < places.length; j++) {
        expected[i] +=
            i == j ? 0 : winProbabilities[task.models()[places[i]]][task.models()[places[j]]];
      }
      sumXz[i] = ((models - 1) * own - rightTogether[i]) / 2;
      wins[i] = models / 2 * own + sumZ;
    }
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < places.length; j++) {
        double products =
            models * models / 4 * (double) task.bothRight()[places[i]][places[j]]
                + models / 2 * (sumXz[i] + sumXz[j])
                + sumZz;
        sums[task.models()[places[i]]][task.models()[places[j]]] +=
            products
                - expected[i] * wins[j]
                - expected[j] * wins[i]
                + n * expected[i] * expected[j];
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
