package io.evalbeam.transforms.statistics;

import io.evalbeam.schemas.math.ExactMoments;

/**
 * Difference A - B of two models, or conditions, on the instances both have.
 *
 * @param difference mean, sd and error of {@code d_i = x_i(A) - x_i(B)}; its n counts shared
 *     instances
 * @param positive number of instances with {@code d_i > 0}
 * @param negative number of instances with {@code d_i < 0}
 */
public record PairedDifference(MeanEstimate difference, long positive, long negative) {

  /**
   * Compares scores instance by instance.
   *
   * @param a scores of A by instance, NaN where missing
   * @param b scores of B in the same order of instances, NaN where missing
   * @throws IllegalArgumentException when the lengths differ or a score is infinite
   */
  public static PairedDifference of(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " and " + b.length + " instances");
    }
    ExactMoments differences = new ExactMoments();
    long positive = 0;
    long negative = 0;
    for (int i = 0; i < a.length; i++) {
      if (Double.isNaN(a[i]) || Double.isNaN(b[i])) {
        continue;
      }
      differences.add(a[i] - b[i]);
      positive += a[i] > b[i] ? 1 : 0;
      negative += a[i] < b[i] ? 1 : 0;
    }
    return new PairedDifference(MeanEstimate.of(differences), positive, negative);
  }

  /** Exact two-sided p of the sign test; McNemar's where all scores are 0 or 1. */
  public double signTestP() {
    return SignTest.exactP(positive, negative);
  }
}
