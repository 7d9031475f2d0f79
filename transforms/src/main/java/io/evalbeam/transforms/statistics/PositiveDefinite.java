package io.evalbeam.transforms.statistics;

import java.util.Optional;

/** A symmetric positive definite matrix, kept as its Cholesky factor. */
final class PositiveDefinite {
  // What is left of a diagonal element must be more than rounding.
  private static final double SMALLEST_PIVOT = 1e-13;

  private final double[][] lower;

  private PositiveDefinite(double[][] lower) {
    this.lower = lower;
  }

  /** Factorises; empty when the matrix is not positive definite to working precision. */
  static Optional<PositiveDefinite> of(double[][] matrix) {
    int size = matrix.length;
    double[][] lower = new double[size][];
    for (int i = 0; i < size; i++) {
      lower[i] = new double[i + 1];
      for (int j = 0; j < i; j++) {
        lower[i][j] = (matrix[i][j] - dot(lower[i], lower[j], j)) / lower[j][j];
      }
      double rest = matrix[i][i] - dot(lower[i], lower[i], i);
      if (!(rest > SMALLEST_PIVOT * matrix[i][i])) {
        return Optional.empty();
      }
      lower[i][i] = Math.sqrt(rest);
    }
    return Optional.of(new PositiveDefinite(lower));
  }

  double[] solve(double[] right) {
    int size = lower.length;
    double[] solution = right.clone();
    for (int i = 0; i < size; i++) {
      solution[i] = (solution[i] - dot(lower[i], solution, i)) / lower[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      solution[i] /= lower[i][i];
      for (int k = 0; k < i; k++) {
        solution[k] -= lower[i][k] * solution[i];
      }
    }
    return solution;
  }

  double[][] inverse() {
    double[][] inverse = new double[lower.length][];
    for (int i = 0; i < lower.length; i++) {
      double[] unit = new double[lower.length];
      unit[i] = 1;
      inverse[i] = solve(unit);
    }
    return inverse;
  }

  private static double dot(double[] a, double[] b, int length) {
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
