package io.evalbeam.transforms.impute;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Regression of log10 FLOP on the score of one benchmark, with or without the release date.
 *
 * @param benchmark benchmark key
 * @param scale how scores enter
 * @param dateCenter mean release year of the reference models; null when the date is not used
 * @param coefficients intercept, slope per standard deviation of the score, slope per year
 * @param covariance of the coefficients
 * @param residualSd spread of the true log10 FLOP around the line
 * @param degreesOfFreedom reference models minus coefficients
 */
public record BenchmarkRegression(
    String benchmark,
    BenchmarkScale scale,
    @Nullable Double dateCenter,
    List<Double> coefficients,
    List<List<Double>> covariance,
    double residualSd,
    int degreesOfFreedom)
    implements Serializable {

  public BenchmarkRegression {
    coefficients = List.copyOf(coefficients);
    covariance = covariance.stream().map(List::copyOf).toList();
  }

  boolean withReleaseDate() {
    return dateCenter != null;
  }

  /** Whether what is known about a model suffices for this regression. */
  boolean applies(@Nullable Double releaseYear) {
    return dateCenter == null || releaseYear != null;
  }

  Prediction predict(double score, @Nullable Double releaseYear) {
    double[] row = new double[coefficients.size()];
    row[0] = 1;
    row[1] = scale.standardizedWithinReach(score);
    if (dateCenter != null && releaseYear != null) {
      row[2] = releaseYear - dateCenter;
    }
    double mean = 0;
    double variance = residualSd * residualSd;
    for (int i = 0; i < row.length; i++) {
      mean += coefficients.get(i) * row[i];
      for (int j = 0; j < row.length; j++) {
        variance += row[i] * covariance.get(i).get(j) * row[j];
      }
    }
    return new Prediction(mean, Math.sqrt(variance), degreesOfFreedom);
  }
}
