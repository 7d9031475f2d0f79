package io.evalbeam.transforms.impute;

import io.evalbeam.schemas.reference.BenchmarkKind;
import java.io.Serializable;

/**
 * How scores of one benchmark enter a regression: put on an interval scale, then standardised by
 * the reference models. Adding a constant to all ratings, or changing the unit of an index, changes
 * nothing.
 *
 * @param kind what the scores mean
 * @param center mean of the transformed reference scores
 * @param spread their standard deviation; 0 when they are all alike
 * @param lowest lowest reference score, as stated
 * @param highest highest reference score, as stated
 */
public record BenchmarkScale(
    BenchmarkKind kind, double center, double spread, double lowest, double highest)
    implements Serializable {

  // Half a percentage point on either side keeps 0 % and 100 % finite (Haldane-Anscombe).
  private static final double GUARD = 0.5;

  /** The scale of at least one reference score. */
  static BenchmarkScale of(BenchmarkKind kind, double[] scores) {
    double lowest = scores[0];
    double highest = scores[0];
    double origin = transformed(kind, scores[0]);
    double sum = 0;
    for (double score : scores) {
      lowest = Math.min(lowest, score);
      highest = Math.max(highest, score);
      sum += transformed(kind, score) - origin;
    }
    double center = origin + sum / scores.length;
    double squares = 0;
    for (double score : scores) {
      double distance = transformed(kind, score) - center;
      squares += distance * distance;
    }
    double spread = lowest == highest ? 0 : Math.sqrt(squares / scores.length);
    return new BenchmarkScale(kind, center, spread, lowest, highest);
  }

  /** Distance from the mean of the reference models in their standard deviations. */
  double standardized(double score) {
    return (transformed(kind, score) - center) / spread;
  }

  /**
   * The standardised score, held within half a fitted range beyond either end: further out a line
   * is no longer evidence.
   */
  double standardizedWithinReach(double score) {
    double low = standardized(lowest);
    double high = standardized(highest);
    double reach = (high - low) / 2;
    return Math.min(Math.max(standardized(score), low - reach), high + reach);
  }

  /** Whether a score lies in the range of the reference models. */
  public boolean covers(double score) {
    return lowest <= score && score <= highest;
  }

  /** Factor from a slope per standard deviation to one per 100 points, logit or index point. */
  double slopeUnit() {
    return switch (kind) {
      case ELO -> 100 / spread;
      case PERCENT, FRACTION, INDEX -> 1 / spread;
    };
  }

  private static double transformed(BenchmarkKind kind, double score) {
    return switch (kind) {
      case ELO, INDEX -> score;
      case PERCENT -> logit(score);
      case FRACTION -> logit(100 * score);
    };
  }

  private static double logit(double percent) {
    double share = Math.min(Math.max(percent, 0), 100);
    return Math.log((share + GUARD) / (100 - share + GUARD));
  }
}
