package io.evalbeam.transforms.impute;

/**
 * A predicted log10 FLOP.
 *
 * @param mean centre of the distribution
 * @param standardDeviation of the true value around it, uncertain coefficients included
 * @param degreesOfFreedom of the t distribution of the error
 */
record Prediction(double mean, double standardDeviation, double degreesOfFreedom) {

  /** Half the width of the 90 % interval. */
  double halfWidth() {
    return StudentT.quantile95(degreesOfFreedom) * standardDeviation;
  }
}
