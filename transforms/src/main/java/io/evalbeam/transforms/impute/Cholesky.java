package io.evalbeam.transforms.impute;

import java.util.Optional;

/** Cholesky factor of a small symmetric positive definite matrix. */
final class Cholesky {
  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /** Factor of the matrix; empty when it is not positive definite. */
  static Optional<Cholesky> of(double[][] matrix) {
    int size = matrix.length;
    double[][] lower = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        if (i == j) {
          // Relative to the diagonal: what is left of it must be more than rounding.
          if (!(rest > 1e-10 * matrix[i][i])) {
            return Optional.empty();
          }
          lower[i][i] = Math.sqrt(rest);
        } else {
          lower[i][j] = rest / lower[j][j];
        }
      }
    }
    return Optional.of(new Cholesky(lower));
  }

  double[] solve(double[] right) {
    int size = lower.length;
    double[] solution = right.clone();
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        solution[i] -= lower[i][k] * solution[k];
      }
      solution[i] /= lower[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        solution[i] -= lower[k][i] * solution[k];
      }
      solution[i] /= lower[i][i];
    }
    return solution;
  }

  double[][] inverse() {
    int size = lower.length;
    double[][] inverse = new double[size][];
    for (int i = 0; i < size; i++) {
      double[] unit = new double[size];
      unit[i] = 1;
      inverse[i] = solve(unit);
    }
    return inverse;
  }
}
