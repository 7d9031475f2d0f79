package io.evalbeam.transforms.impute;

import java.util.Arrays;
import java.util.Optional;

/**
 * Ridge regression with known measurement errors, an unknown residual spread and Huber weights
 * against outliers (P. J. Huber, Robust Statistics, 1981, chapter 7).
 *
 * @param regression the fit with its final weights
 * @param residualSd spread of the true value around the line, measurement errors taken off
 */
record RobustRegression(RidgeRegression regression, double residualSd) {
  // 95 % efficiency when the errors are normal.
  private static final double HUBER = 1.345;
  // Makes the median absolute value of a normal variable its standard deviation.
  private static final double MEDIAN_TO_SD = 1.4826;
  // Nobody knows training compute to better than 12 %; keeps weights finite for perfect fits.
  static final double LEAST_SD = 0.05;
  // Strength of the prior "no slope" in rows; covariates have unit variance.
  static final double RIDGE_ROWS = 1;
  private static final int MOST_ROUNDS = 30;
  private static final double TOLERANCE = 1e-6;

  /**
   * Fits until the coefficients settle.
   *
   * @param sigma measurement error of each target
   * @return empty when the columns are collinear
   */
  static Optional<RobustRegression> fit(double[][] columns, double[] target, double[] sigma) {
    int count = target.length;
    double[] weights = new double[count];
    double[] robust = new double[count];
    Arrays.fill(robust, 1);
    double variance = 1;
    double[] previous = {};
    for (int round = 1; ; round++) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        weights[i] = robust[i] / (variance + sigma[i] * sigma[i]);
        sum += weights[i];
      }
      Optional<RidgeRegression> fitted =
          RidgeRegression.fit(columns, target, weights.clone(), RIDGE_ROWS * sum / count);
      if (fitted.isEmpty()) {
        return Optional.empty();
      }
      double[] coefficients = fitted.get().coefficients();
      double[] residuals = fitted.get().residuals();
      if (round >= MOST_ROUNDS || settled(previous, coefficients)) {
        return Optional.of(new RobustRegression(fitted.get(), Math.sqrt(variance)));
      }
      previous = coefficients;
      variance = residualVariance(residuals, sigma, count - columns.length - 1, variance);
      updateRobustWeights(robust, residuals, sigma, variance);
    }
  }

  private static void updateRobustWeights(
      double[] robust, double[] residuals, double[] sigma, double variance) {
    double[] scaled = new double[residuals.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = Math.abs(residuals[i]) / Math.sqrt(variance + sigma[i] * sigma[i]);
    }
    double limit = HUBER * Math.max(MEDIAN_TO_SD * Order.median(scaled), LEAST_SD);
    for (int i = 0; i < scaled.length; i++) {
      robust[i] = scaled[i] <= limit ? 1 : limit / scaled[i];
    }
  }

  private static boolean settled(double[] previous, double[] current) {
    if (previous.length == 0) {
      return false;
    }
    double change = 0;
    for (int i = 0; i < current.length; i++) {
      change = Math.max(change, Math.abs(current[i] - previous[i]));
    }
    return change < TOLERANCE;
  }

  /**
   * Spread around the line without the measurement errors, such that {@code Σ r² / (v + s²)} equals
   * the degrees of freedom (R. C. Paule and J. Mandel, J. Res. NBS 87, 1982), by Newton's method on
   * this convex falling function. Outliers count in full: the interval must own up to them. At most
   * half of the observed variance is put down to measurement, since stated errors may be too wide.
   */
  private static double residualVariance(
      double[] residuals, double[] sigma, int degreesOfFreedom, double start) {
    double least = LEAST_SD * LEAST_SD;
    double weightedSquares = 0;
    double weights = 0;
    for (int i = 0; i < residuals.length; i++) {
      double weight = 1 / (start + sigma[i] * sigma[i]);
      weights += weight;
      weightedSquares += weight * residuals[i] * residuals[i];
    }
    double observed = weightedSquares / weights * residuals.length / degreesOfFreedom;
    double variance = start;
    for (int step = 0; step < MOST_ROUNDS; step++) {
      double excess = -degreesOfFreedom;
      double slope = 0;
      for (int i = 0; i < residuals.length; i++) {
        double total = variance + sigma[i] * sigma[i];
        double share = residuals[i] * residuals[i] / total;
        excess += share;
        slope -= share / total;
      }
      double next = slope == 0 ? least : Math.max(least, variance - excess / slope);
      boolean settled = Math.abs(next - variance) < TOLERANCE * variance;
      variance = next;
      if (settled) {
        break;
      }
    }
    return Math.max(variance, observed / 2);
  }
}
