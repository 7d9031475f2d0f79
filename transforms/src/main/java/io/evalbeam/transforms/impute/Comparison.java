package io.evalbeam.transforms.impute;

import io.evalbeam.transforms.impute.BestConstant.Statistic;

/**
 * Leave-one-out errors of a regression beside those of the best constant on the same models.
 *
 * @param medianFold median fold error of the regression
 * @param rmse its root mean square error of log10 FLOP
 * @param constantMedianFold smallest median fold error of a constant
 * @param constantRmse smallest root mean square error of a constant
 * @param beatsConstant whether the regression is better by more than chance
 */
record Comparison(
    double medianFold,
    double rmse,
    double constantMedianFold,
    double constantRmse,
    boolean beatsConstant) {

  /**
   * Compares on at least two models. The regression wins when its median fold error and its root
   * mean square error are both smaller and the mean squared error falls by more than the standard
   * error of that fall: a slope fitted to noise is now and then better by a hair.
   *
   * @param errors left-out errors of the regression
   * @param target known log10 FLOP
   */
  static Comparison of(double[] errors, double[] target) {
    double[] mean = BestConstant.leaveOneOutErrors(target, Statistic.GEOMETRIC_MEAN);
    double[] median = BestConstant.leaveOneOutErrors(target, Statistic.MEDIAN);
    double[] best =
        BestConstant.sumOfSquares(mean) <= BestConstant.sumOfSquares(median) ? mean : median;
    double medianFold = medianFold(errors);
    double constantMedianFold = Math.min(medianFold(mean), medianFold(median));
    double rmse = Math.sqrt(BestConstant.sumOfSquares(errors) / errors.length);
    double constantRmse = Math.sqrt(BestConstant.sumOfSquares(best) / best.length);
    boolean beats =
        medianFold < constantMedianFold
            && rmse < constantRmse
            && fallIsMoreThanItsStandardError(errors, best);
    return new Comparison(medianFold, rmse, constantMedianFold, constantRmse, beats);
  }

  private static boolean fallIsMoreThanItsStandardError(double[] errors, double[] constant) {
    int count = errors.length;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += constant[i] * constant[i] - errors[i] * errors[i];
    }
    double mean = sum / count;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double distance = constant[i] * constant[i] - errors[i] * errors[i] - mean;
      squares += distance * distance;
    }
    return mean > Math.sqrt(squares / (count - 1) / count);
  }

  private static double medianFold(double[] errors) {
    double[] sizes = new double[errors.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(errors[i]);
    }
    return Math.min(Math.pow(10, Order.median(sizes)), Double.MAX_VALUE);
  }
}
