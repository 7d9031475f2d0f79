package io.evalbeam.schemas.tracking.json;

import io.evalbeam.schemas.tracking.DecimalText;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.ThresholdClass;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Spellings of methods, classes and times in model files, by policy. */
public enum ModelVocabulary {
  /** The names of the original tracker; times without zone, nothing in {@code metadata}. */
  TRACKER,
  /** This project's own names; times with zone, more in {@code metadata}. */
  DEFAULT;

  /** Spelling of a method. */
  public String method(EstimationMethod method) {
    return switch (this) {
      case TRACKER -> method.trackerKey();
      case DEFAULT -> method.key();
    };
  }

  /**
   * Spelling of a class, such as {@code high_confidence_above_1e25}.
   *
   * @param threshold FLOP
   */
  public String thresholdClass(ThresholdClass thresholdClass, double threshold) {
    return switch (thresholdClass) {
      case HIGH_CONFIDENCE_ABOVE -> "high_confidence_above_" + shortThreshold(threshold);
      case HIGH_CONFIDENCE_BELOW -> "high_confidence_below_" + shortThreshold(threshold);
      case NOT_SURE ->
          switch (this) {
            case TRACKER -> "uncertain";
            case DEFAULT -> "not_sure";
          };
    };
  }

  /** Spelling of a time given as ISO date-time with Z. */
  public @Nullable String time(@Nullable String time) {
    return switch (this) {
      case TRACKER ->
          time != null && time.endsWith("Z") ? time.substring(0, time.length() - 1) : time;
      case DEFAULT -> time;
    };
  }

  /** The method with this spelling under either policy; the first where several share it. */
  public static Optional<EstimationMethod> methodOf(String text) {
    for (EstimationMethod method : EstimationMethod.values()) {
      if (method.key().equals(text) || method.trackerKey().equals(text)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }

  /** The class with this spelling, older spellings included; likely sides count as unsure. */
  public static Optional<ThresholdClass> thresholdClassOf(String text) {
    if (text.startsWith("high_confidence_above") || text.startsWith("confirmed_above")) {
      return Optional.of(ThresholdClass.HIGH_CONFIDENCE_ABOVE);
    }
    if (text.startsWith("high_confidence_below") || text.startsWith("confirmed_below")) {
      return Optional.of(ThresholdClass.HIGH_CONFIDENCE_BELOW);
    }
    boolean unsure =
        text.equals("uncertain") || text.equals("not_sure") || text.startsWith("likely_");
    return unsure ? Optional.of(ThresholdClass.NOT_SURE) : Optional.empty();
  }

  private static String shortThreshold(double threshold) {
    return DecimalText.shortest(threshold).replace("e+", "e");
  }
}
