package io.evalbeam.transforms.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ThresholdClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdClassifierTest {
  @ParameterizedTest
  @CsvSource({
    "1e25, 5e25, HIGH_CONFIDENCE_ABOVE",
    "1e25, 4.99e25, NOT_SURE",
    "1e25, 5.01e24, NOT_SURE",
    "1e25, 5e24, HIGH_CONFIDENCE_BELOW",
    "1e23, 5e23, HIGH_CONFIDENCE_ABOVE",
    "1e23, 4e22, HIGH_CONFIDENCE_BELOW",
    "1e26, 5e25, HIGH_CONFIDENCE_BELOW",
    "1e26, 1e26, NOT_SURE"
  })
  void boundsScaleWithTheThreshold(double threshold, double flop, ThresholdClass expected) {
    assertEquals(expected, new ThresholdClassifier(threshold).classify(flop));
  }

  @Test
  void noEstimateIsUnsure() {
    assertEquals(ThresholdClass.NOT_SURE, new ThresholdClassifier(1e25).classify(null));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void thresholdMustBePositive(double threshold) {
    assertThrows(IllegalArgumentException.class, () -> new ThresholdClassifier(threshold));
  }

  @ParameterizedTest
  @CsvSource({
    "24, 25, 26, 0.5",
    "23, 24, 25, 0.05",
    "25, 26, 27, 0.95",
    "24, 24.5, 25.5, 0.2054",
    "22, 25.5, 27, 0.5929",
    "20, 20, 20, 0",
    "26, 26, 26, 1"
  })
  void probabilityFollowsTheQuantiles(double low, double median, double high, double expected) {
    FlopEstimate estimate =
        new FlopEstimate(
            "m-1",
            "inventum",
            "Somebody",
            0,
            EstimationMethod.HARDWARE,
            true,
            Math.pow(10, median),
            low,
            median,
            high,
            Confidence.MEDIUM,
            "Invented.",
            List.of(),
            List.of());
    assertEquals(expected, new ThresholdClassifier(1e25).probabilityAbove(estimate), 1e-4);
  }
}
