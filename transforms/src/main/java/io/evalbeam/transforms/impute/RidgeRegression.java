package io.evalbeam.transforms.impute;

import java.util.Optional;

/**
 * Weighted least squares with an intercept and a ridge penalty on the other coefficients. Leaving
 * out one row needs no second fit: with weights and penalty held, the left-out residual is {@code r
 * / (1 - h)}, where h is the row's leverage.
 */
final class RidgeRegression {
  private final double[][] columns;
  private final double[] target;
  private final double[] weights;
  private final double[][] inverse;
  private final double[] coefficients;

  private RidgeRegression(
      double[][] columns,
      double[] target,
      double[] weights,
      double[][] inverse,
      double[] coefficients) {
    this.columns = columns;
    this.target = target;
    this.weights = weights;
    this.inverse = inverse;
    this.coefficients = coefficients;
  }

  /**
   * Minimises {@code Σ w (y - a - Σ b_k x_k)² + penalty · Σ b_k²}.
   *
   * @param columns one array of covariate values per covariate, without the intercept
   * @return empty when the columns are collinear
   */
  static Optional<RidgeRegression> fit(
      double[][] columns, double[] target, double[] weights, double penalty) {
    int size = columns.length + 1;
    double[][] normal = new double[size][size];
    double[] right = new double[size];
    double[] row = new double[size];
    for (int i = 0; i < target.length; i++) {
      fill(row, columns, i);
      for (int j = 0; j < size; j++) {
        double weighted = weights[i] * row[j];
        right[j] += weighted * target[i];
        for (int k = 0; k <= j; k++) {
          normal[j][k] += weighted * row[k];
        }
      }
    }
    for (int j = 0; j < size; j++) {
      normal[j][j] += j == 0 ? 0 : penalty;
      for (int k = 0; k < j; k++) {
        normal[k][j] = normal[j][k];
      }
    }
    return Cholesky.of(normal)
        .map(
            factor ->
                new RidgeRegression(
                    columns, target, weights, factor.inverse(), factor.solve(right)));
  }

  /** Intercept first. */
  double[] coefficients() {
    return coefficients.clone();
  }

  /** Covariance of the coefficients when the weights are inverse variances. */
  double[][] covariance() {
    double[][] copy = new double[inverse.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = inverse[i].clone();
    }
    return copy;
  }

  /** Known minus fitted, for every row. */
  double[] residuals() {
    double[] residuals = new double[target.length];
    double[] row = new double[coefficients.length];
    for (int i = 0; i < residuals.length; i++) {
      fill(row, columns, i);
      residuals[i] = target[i] - dot(coefficients, row);
    }
    return residuals;
  }

  /** Known minus predicted by a fit to all other rows, for every row. */
  double[] leaveOneOutResiduals() {
    double[] residuals = residuals();
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] /= 1 - weights[i] * parameterVariance(i);
    }
    return residuals;
  }

  /** Variance of the prediction of row i from uncertain coefficients, fitted without row i. */
  double leaveOneOutParameterVariance(int i) {
    double variance = parameterVariance(i);
    return variance / (1 - weights[i] * variance);
  }

  private double parameterVariance(int i) {
    double[] row = new double[coefficients.length];
    fill(row, columns, i);
    return quadratic(inverse, row);
  }

  /** {@code x' M x}. */
  static double quadratic(double[][] matrix, double[] vector) {
    double sum = 0;
    for (int j = 0; j < vector.length; j++) {
      sum += vector[j] * dot(matrix[j], vector);
    }
    return sum;
  }

  static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int j = 0; j < left.length; j++) {
      sum += left[j] * right[j];
    }
    return sum;
  }

  private static void fill(double[] row, double[][] columns, int i) {
    row[0] = 1;
    for (int j = 0; j < columns.length; j++) {
      row[j + 1] = columns[j][i];
    }
  }
}
