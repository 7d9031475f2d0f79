package io.evalbeam.transforms.impute;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The better of median and geometric mean of a set of reference models: what a regression must
 * beat, and what stands in where it does not.
 *
 * @param statistic which of the two
 * @param center log10 FLOP
 * @param spread standard deviation of the references' log10 FLOP around the center
 * @param references number of reference models
 */
public record BestConstant(Statistic statistic, double center, double spread, int references)
    implements Serializable {
  /** Fewest reference models for which a spread says anything. */
  static final int LEAST_REFERENCES = 3;

  /** How the constant is made. */
  public enum Statistic {
    /** Half of the models lie below. */
    MEDIAN,
    /** Mean of log10 FLOP. */
    GEOMETRIC_MEAN
  }

  /** The constant with the smaller root mean square leave-one-out error; ties: geometric mean. */
  static BestConstant of(double[] target) {
    double mean = mean(target);
    boolean useMean =
        sumOfSquares(leaveOneOutErrors(target, Statistic.GEOMETRIC_MEAN))
            <= sumOfSquares(leaveOneOutErrors(target, Statistic.MEDIAN));
    double center = useMean ? mean : Order.median(target);
    double squares = 0;
    for (double value : target) {
      squares += (value - center) * (value - center);
    }
    double spread = Math.max(RobustRegression.LEAST_SD, Math.sqrt(squares / (target.length - 1)));
    return new BestConstant(
        useMean ? Statistic.GEOMETRIC_MEAN : Statistic.MEDIAN, center, spread, target.length);
  }

  /** Known minus constant of all other models, for every model; at least two models. */
  static double[] leaveOneOutErrors(double[] target, Statistic statistic) {
    double[] errors = new double[target.length];
    switch (statistic) {
      case GEOMETRIC_MEAN -> {
        double mean = mean(target);
        double others = target.length - 1;
        for (int i = 0; i < errors.length; i++) {
          errors[i] = (target[i] - mean) * target.length / others;
        }
      }
      case MEDIAN -> {
        double[] sorted = target.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < errors.length; i++) {
          int index = Arrays.binarySearch(sorted, target[i]);
          errors[i] = target[i] - Order.medianOfSorted(sorted, index);
        }
      }
    }
    return errors;
  }

  /** The constant as a prediction for a model outside the reference set. */
  Prediction prediction() {
    return new Prediction(center, spread * Math.sqrt(1 + 1.0 / references), references - 1);
  }

  static double sumOfSquares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
