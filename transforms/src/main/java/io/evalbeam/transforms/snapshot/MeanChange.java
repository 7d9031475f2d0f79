package io.evalbeam.transforms.snapshot;

import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.transforms.statistics.StudentT;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Change of a mean over instances, judged as if both means came from independent samples.
 *
 * <p>Snapshots keep no scores of single instances, so they cannot be compared in pairs. Mostly both
 * means are over the same questions; then the true uncertainty is smaller than the one used here,
 * and {@link Reading#WITHIN} does not mean that nothing changed.
 *
 * @param olderN instances with a score before
 * @param newerN instances with a score after
 * @param difference newer minus older; null when a mean is missing
 * @param standardError of the difference, {@code sqrt(se1^2 + se2^2)}; null when one is missing
 * @param degreesOfFreedom Welch's approximation (Welch 1947); null without a spread
 * @param p two-sided p of Welch's t test; null where it cannot be tested
 */
public record MeanChange(
    long olderN,
    long newerN,
    @Nullable Double olderMean,
    @Nullable Double newerMean,
    @Nullable Double difference,
    @Nullable Double standardError,
    @Nullable Double degreesOfFreedom,
    @Nullable Double p,
    Reading reading) {
  private static final double LEVEL = 0.05;

  /** How a change compares with its uncertainty. */
  public enum Reading {
    /** The mean is the same. */
    SAME,
    /** Independent samples of one population differ this much in more than 5 % of cases. */
    WITHIN,
    /** They do so in at most 5 % of cases. */
    BEYOND,
    /** A mean or its standard error is missing, or no instance varies. */
    UNTESTED
  }

  /** The change from one row to the other. */
  static MeanChange between(ComprehensiveStatistics older, ComprehensiveStatistics newer) {
    Double before = older.mean();
    Double after = newer.mean();
    if (before == null || after == null) {
      Reading reading = Objects.equals(before, after) ? Reading.SAME : Reading.UNTESTED;
      return new MeanChange(older.n(), newer.n(), before, after, null, null, null, null, reading);
    }
    double difference = after - before;
    Double olderError = older.se();
    Double newerError = newer.se();
    if (olderError == null || newerError == null) {
      Reading reading = difference == 0 ? Reading.SAME : Reading.UNTESTED;
      return new MeanChange(
          older.n(), newer.n(), before, after, difference, null, null, null, reading);
    }
    double standardError = Math.hypot(olderError, newerError);
    Double degrees = degreesOfFreedom(olderError, older.n(), newerError, newer.n());
    Double p =
        degrees == null
            ? null
            : Double.valueOf(2 * StudentT.upperTail(Math.abs(difference) / standardError, degrees));
    return new MeanChange(
        older.n(),
        newer.n(),
        before,
        after,
        difference,
        standardError,
        degrees,
        p,
        reading(difference, p));
  }

  /** Whether the mean or the number of scores differs. */
  boolean isChange() {
    return reading != Reading.SAME || olderN != newerN;
  }

  private static Reading reading(double difference, @Nullable Double p) {
    if (difference == 0) {
      return Reading.SAME;
    }
    if (p == null) {
      return Reading.UNTESTED;
    }
    return p > LEVEL ? Reading.WITHIN : Reading.BEYOND;
  }

  private static @Nullable Double degreesOfFreedom(double a, long n, double b, long m) {
    double larger = Math.max(a, b);
    if (larger == 0) {
      return null;
    }
    // Relative to the larger error: fourth powers of small errors would vanish.
    double x = a / larger * (a / larger);
    double y = b / larger * (b / larger);
    return (x + y) * (x + y) / (x * x / (n - 1) + y * y / (m - 1));
  }
}
