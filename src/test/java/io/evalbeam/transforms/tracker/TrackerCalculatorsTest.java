package io.evalbeam.transforms.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.transforms.tracker.TrackerCalculators.Outcome;
import io.evalbeam.transforms.tracker.TrackerCalculators.Scaling;
import io.evalbeam.transforms.tracker.TrackerCalculators.Scenario;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackerCalculatorsTest {

  private static TrackerEstimate estimate(Outcome outcome) {
    return Objects.requireNonNull(outcome.estimate());
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, MULTI_NODE, 1.26e18, MEDIUM",
    "0.4, MULTI_NODE, 1.008e18, HIGH",
    "0.5, SINGLE_NODE, 1.62e18, HIGH",
    "0.5, LARGE_SCALE, 9e17, HIGH"
  })
  void calculatesFromHardware(
      double utilization, Scenario scenario, double flop, Confidence confidence) {
    // 2 chips for half an hour at 1e15 FLOP/s would be 3.6e18 FLOP; the peak is twice that.
    TrackerEstimate estimate =
        estimate(TrackerCalculators.hardware("h100 pcie", 1, 0.5, utilization, scenario));
    assertEquals(flop, estimate.flop(), 1e-12 * flop);
    assertEquals(confidence, estimate.confidence());
  }

  @Test
  void saysWhichChipItDoesNotKnow() {
    Outcome hardware = TrackerCalculators.hardware("abacus", 1, 1, 0.5, Scenario.MULTI_NODE);
    assertNull(hardware.estimate());
    assertEquals(
        "Cannot estimate FLOP from hardware: Unknown GPU type: abacus", hardware.problem());
    assertEquals(
        "Cannot estimate FLOP from cost: No pricing data for GPU type: TPU_V5",
        TrackerCalculators.cost(1, "TPU_V5", "gcp").problem());
    assertNull(TrackerCalculators.cost(-1, "A100", "gcp").estimate());
  }

  @ParameterizedTest
  @CsvSource({"aws, 10", "GCP, 9", "azure, 11", "barn, 10"})
  void calculatesFromCost(String cloud, double price) {
    TrackerEstimate estimate = estimate(TrackerCalculators.cost(990, "A100", cloud));
    double expected = 990 / price * 3.1e14 * 0.5 * 0.6 * 3600;
    assertEquals(expected, estimate.flop(), 1e-12 * expected);
    assertEquals(Confidence.LOW, estimate.confidence());
  }

  @ParameterizedTest
  @CsvSource({
    "1350, 3.8e25, MEDIUM",
    "1399, 4.229e25, MEDIUM",
    "1400, 4.238e25, LOW",
    "1450, 4.709e25, SPECULATIVE",
    "675, 4.75e24, SPECULATIVE"
  })
  void calculatesFromRatings(double rating, double flop, Confidence confidence) {
    TrackerEstimate estimate = estimate(TrackerCalculators.elo(rating));
    assertEquals(flop, estimate.flop(), 1e-3 * flop);
    assertEquals(confidence, estimate.confidence());
  }

  @Test
  void prefersTheFirstOfTheBestConfidence() {
    Outcome forward = TrackerCalculators.scaling(1e9, 1e12, Scaling.FORWARD_ONLY);
    Outcome full = TrackerCalculators.scaling(1e9, 1e12, Scaling.FULL);
    Outcome direct = TrackerCalculators.direct(7e21);
    Outcome none = TrackerCalculators.direct(0);
    assertEquals(
        6e21, TrackerCalculators.best(List.of(none, forward, full, direct)).orElseThrow().flop());
    assertEquals(
        EstimationMethod.DISCLOSED_COMPUTE,
        TrackerCalculators.best(List.of(direct, full)).orElseThrow().method());
    assertEquals(
        Confidence.MEDIUM,
        estimate(TrackerCalculators.scaling(1e9, 1e12, Scaling.REDUCED)).confidence());
    assertEquals(List.of(), TrackerCalculators.best(List.of(none)).stream().toList());
  }
}
