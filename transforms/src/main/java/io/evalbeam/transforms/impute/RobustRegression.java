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
  private static final double TOLERANCE = 1e-7;

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
    double measurement = meanSquare(sigma);
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
      // Outliers count in full here: the interval must own up to them.
      double raw = meanSquare(residuals) * count / (count - columns.length - 1);
      if (round >= MOST_ROUNDS || settled(previous, coefficients)) {
        return Optional.of(new RobustRegression(fitted.get(), Math.sqrt(variance)));
      }
      previous = coefficients;
      variance = Math.max(LEAST_SD * LEAST_SD, raw - measurement);
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

  private static double meanSquare(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum / values.length;
  }
}
