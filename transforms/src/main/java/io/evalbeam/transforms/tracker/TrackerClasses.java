package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.json.ModelVocabulary;
import org.jspecify.annotations.Nullable;

/** Sides of 1e25 FLOP under the {@code tracker} policy; confidence plays no role. */
public final class TrackerClasses {
  /** FLOP; a model exactly there is classified as below. */
  public static final double THRESHOLD = 1e25;

  private static final double CLEARLY_ABOVE = 5e25;

  private TrackerClasses() {}

  /** The class of a training compute in FLOP; null is unsure. */
  public static ThresholdClass classify(@Nullable Double flop) {
    if (flop == null) {
      return ThresholdClass.NOT_SURE;
    }
    if (flop >= CLEARLY_ABOVE) {
      return ThresholdClass.HIGH_CONFIDENCE_ABOVE;
    }
    return flop <= THRESHOLD ? ThresholdClass.HIGH_CONFIDENCE_BELOW : ThresholdClass.NOT_SURE;
  }

  /** Spelling in files: {@code high_confidence_above_1e25}, {@code uncertain}. */
  public static String text(ThresholdClass thresholdClass) {
    return ModelVocabulary.TRACKER.thresholdClass(thresholdClass, THRESHOLD);
  }
}
