package io.evalbeam.transforms.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Several predictions of one quantity, combined by generalised least squares: weights {@code S^-1 1
 * / 1' S^-1 1} for the covariance S of their errors. What several benchmarks share thus counts
 * once. Predictions that would get a negative weight are left out, the most negative first.
 *
 * @param prediction the combination
 * @param weights one per prediction, summing to 1
 */
record Combination(Prediction prediction, List<Double> weights) {

  /**
   * Combines at least one prediction.
   *
   * @param correlations of the errors of the predictions, positive definite
   */
  static Combination of(List<Prediction> predictions, double[][] correlations) {
    int count = predictions.size();
    double[] weights = new double[count];
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      kept.add(i);
    }
    double total;
    while (true) {
      double[] raw = rawWeights(predictions, correlations, kept);
      int worst = 0;
      total = 0;
      for (int i = 0; i < raw.length; i++) {
        worst = raw[i] < raw[worst] ? i : worst;
        total += raw[i];
      }
      if (raw[worst] >= 0) {
        for (int i = 0; i < raw.length; i++) {
          weights[kept.get(i)] = raw[i] / total;
        }
        break;
      }
      kept.remove(worst);
    }
    double mean = 0;
    double inverseDegrees = 0;
    for (int i = 0; i < count; i++) {
      mean += weights[i] * predictions.get(i).mean();
      inverseDegrees += weights[i] / predictions.get(i).degreesOfFreedom();
    }
    return new Combination(
        new Prediction(mean, Math.sqrt(1 / total), 1 / inverseDegrees),
        Arrays.stream(weights).boxed().toList());
  }

  private static double[] rawWeights(
      List<Prediction> predictions, double[][] correlations, List<Integer> kept) {
    int size = kept.size();
    double[][] covariance = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        covariance[i][j] =
            correlations[kept.get(i)][kept.get(j)]
                * predictions.get(kept.get(i)).standardDeviation()
                * predictions.get(kept.get(j)).standardDeviation();
      }
    }
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return Cholesky.of(covariance)
        .orElseThrow(() -> new IllegalStateException("correlations are not positive definite"))
        .solve(ones);
  }
}
