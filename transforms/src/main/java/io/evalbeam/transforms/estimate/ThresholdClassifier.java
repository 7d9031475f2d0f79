package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ThresholdClass;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Side of a compute threshold and the probability of being above it. */
public final class ThresholdClassifier implements Serializable {
  private static final double SURELY_ABOVE = 5;
  private static final double SURELY_BELOW = 0.5;

  private final double threshold;

  /**
   * A classifier.
   *
   * @param threshold FLOP, such as 1e25
   * @throws IllegalArgumentException unless positive and finite
   */
  public ThresholdClassifier(double threshold) {
    if (!(threshold > 0) || Double.isInfinite(threshold)) {
      throw new IllegalArgumentException("threshold must be positive and finite: " + threshold);
    }
    this.threshold = threshold;
  }

  /** FLOP. */
  public double threshold() {
    return threshold;
  }

  /**
   * Above from five times the threshold, below up to half of it, otherwise and without an estimate
   * unsure; both bounds are included.
   */
  public ThresholdClass classify(@Nullable Double flop) {
    if (flop == null) {
      return ThresholdClass.NOT_SURE;
    }
    if (flop >= SURELY_ABOVE * threshold) {
      return ThresholdClass.HIGH_CONFIDENCE_ABOVE;
    }
    return flop <= SURELY_BELOW * threshold
        ? ThresholdClass.HIGH_CONFIDENCE_BELOW
        : ThresholdClass.NOT_SURE;
  }

  /**
   * Probability that training compute exceeds the threshold: the 5, 50 and 95 % quantiles taken as
   * two halves of normals in log10 FLOP that meet at the median. Without spread it is 0 or 1.
   */
  public double probabilityAbove(FlopEstimate estimate) {
    double distance = Math.log10(threshold) - estimate.log10FlopMedian();
    double reach =
        distance >= 0
            ? estimate.log10FlopHigh() - estimate.log10FlopMedian()
            : estimate.log10FlopMedian() - estimate.log10FlopLow();
    if (reach == 0) {
      return distance < 0 ? 1 : 0;
    }
    return NormalDistribution.upperTail(distance / reach * EstimateDraft.NORMAL_95);
  }
}
