package io.evalbeam.transforms.impute;

import io.evalbeam.schemas.tracking.ReferencePoint;
import java.util.List;

/**
 * Correlations between the errors of regressions, from left-out predictions of the models that two
 * of them share. The measurement error of a reference is common to all its residuals and is taken
 * off. Estimates shrink towards a high correlation: where little is known, a second benchmark must
 * not count as independent evidence.
 */
final class ErrorCorrelation {
  private static final double PRIOR_CORRELATION = 0.9;
  // The prior counts as much as this many shared models.
  private static final double PRIOR_ROWS = 10;
  private static final double HIGHEST = 0.98;

  private ErrorCorrelation() {}

  /** Positive definite matrix in the order of the regressions. */
  static double[][] of(List<FittedBenchmark> used, List<ReferencePoint> references) {
    int size = used.size();
    double[][] correlations = new double[size][size];
    for (int i = 0; i < size; i++) {
      correlations[i][i] = 1;
      for (int j = 0; j < i; j++) {
        correlations[i][j] = pair(used.get(i), used.get(j), references);
        correlations[j][i] = correlations[i][j];
      }
    }
    // Pairs come from different models, so the whole may fall short of a correlation matrix; the
    // matrix of the prior alone is one.
    for (double share = 0.1; Cholesky.of(correlations).isEmpty(); share += 0.1) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          if (i != j) {
            correlations[i][j] += Math.min(share, 1) * (PRIOR_CORRELATION - correlations[i][j]);
          }
        }
      }
    }
    return correlations;
  }

  private static double pair(
      FittedBenchmark left, FittedBenchmark right, List<ReferencePoint> references) {
    int[] leftEntities = left.rows().entities();
    int[] rightEntities = right.rows().entities();
    double product = 0;
    double leftSquares = 0;
    double rightSquares = 0;
    double measurement = 0;
    int shared = 0;
    for (int i = 0, j = 0; i < leftEntities.length && j < rightEntities.length; ) {
      if (leftEntities[i] != rightEntities[j]) {
        if (leftEntities[i] < rightEntities[j]) {
          i++;
        } else {
          j++;
        }
        continue;
      }
      ReferencePoint reference = references.get(leftEntities[i]);
      double a = reference.log10Flop() - left.leftOut().get(i++).mean();
      double b = reference.log10Flop() - right.leftOut().get(j++).mean();
      product += a * b;
      leftSquares += a * a;
      rightSquares += b * b;
      measurement += reference.sigma() * reference.sigma();
      shared++;
    }
    double estimate = PRIOR_CORRELATION;
    double scale =
        Math.sqrt(positive(leftSquares - measurement) * positive(rightSquares - measurement));
    if (scale > 0) {
      estimate = Math.min(Math.max((product - measurement) / scale, 0), HIGHEST);
    }
    return (shared * estimate + PRIOR_ROWS * PRIOR_CORRELATION) / (shared + PRIOR_ROWS);
  }

  private static double positive(double value) {
    return Math.max(value, 0);
  }
}
