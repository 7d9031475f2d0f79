package io.evalbeam.transforms.statistics;

import java.util.Optional;

/**
 * The likelihood of the Bradley-Terry model for models that are all connected: {@code P(i beats j)
 * = s_i / (s_i + s_j)}. Parameters are natural logarithms of strengths.
 */
final class PairModel {
  private final double[] won;
  private final double[][] compared;

  /** The comparisons among some of the models. */
  PairModel(PairwiseComparisons comparisons, int[] members) {
    won = new double[members.length];
    compared = new double[members.length][members.length];
    for (int i = 0; i < members.length; i++) {
      for (int j = 0; j < members.length; j++) {
        won[i] += comparisons.wins(members[i], members[j]);
        compared[i][j] = comparisons.instances(members[i], members[j]);
      }
    }
  }

  int size() {
    return won.length;
  }

  /** One step of Hunter's algorithm: {@code s_i = w_i / sum_j n_ij / (s_i + s_j)}, mean log 0. */
  double[] minorizationStep(double[] logs) {
    double[] next = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      double expectedPerStrength = 0;
      for (int j = 0; j < logs.length; j++) {
        expectedPerStrength += compared[i][j] * winProbability(logs[i], logs[j]);
      }
      next[i] = logs[i] + Math.log(won[i] / expectedPerStrength);
    }
    return centered(next);
  }

  /** One step of Newton's method, mean log 0; empty where the curvature is lost in rounding. */
  Optional<double[]> newtonStep(double[] logs) {
    return groundedInformation(logs)
        .map(information -> information.solve(score(logs)))
        .map(
            step -> {
              double[] next = new double[logs.length];
              for (int i = 0; i < logs.length; i++) {
                next[i] = logs[i] + step[i];
              }
              return centered(next);
            });
  }

  /** Wins minus expected wins: the derivative of the log-likelihood. */
  double[] score(double[] logs) {
    double[] score = won.clone();
    for (int i = 0; i < logs.length; i++) {
      for (int j = 0; j < logs.length; j++) {
        score[i] -= compared[i][j] * winProbability(logs[i], logs[j]);
      }
    }
    return score;
  }

  /**
   * Pseudo-inverse of the information matrix, which has no information on a common shift of all
   * logarithms; empty where the curvature is lost in rounding.
   */
  Optional<double[][]> inverseInformation(double[] logs) {
    return groundedInformation(logs).map(PositiveDefinite::inverse).map(PairModel::centeredRows);
  }

  /** The probability that the first wins. */
  static double winProbability(double firstLog, double secondLog) {
    return 1 / (1 + Math.exp(secondLog - firstLog));
  }

  /** The information plus a constant matrix, which fixes the shift and changes nothing else. */
  private Optional<PositiveDefinite> groundedInformation(double[] logs) {
    int size = logs.length;
    double[][] information = new double[size][size];
    double trace = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        double weight =
            compared[i][j] * winProbability(logs[i], logs[j]) * winProbability(logs[j], logs[i]);
        information[i][j] = -weight;
        information[j][i] = -weight;
        information[i][i] += weight;
        information[j][j] += weight;
        trace += 2 * weight;
      }
    }
    double constant = trace / ((double) size * size);
    for (double[] row : information) {
      for (int j = 0; j < size; j++) {
        row[j] += constant;
      }
    }
    return PositiveDefinite.of(information);
  }

  /** Subtracts the constant matrix's inverse: then every row sums to zero. */
  private static double[][] centeredRows(double[][] matrix) {
    double[][] centered = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      centered[i] = centered(matrix[i]);
    }
    return centered;
  }

  private static double[] centered(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double[] centered = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      centered[i] = values[i] - mean;
    }
    return centered;
  }
}
