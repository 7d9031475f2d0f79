package io.evalbeam.transforms.tracker;

import static io.evalbeam.transforms.tracker.TrackerSamples.estimate;
import static io.evalbeam.transforms.tracker.TrackerSamples.score;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackerEstimatorTest {

  private static List<EstimationMethod> methods(TrackerResult result) {
    return result.estimates().stream().map(TrackerEstimate::method).toList();
  }

  @Test
  void prefersOverridesToSpecificationsToBenchmarks() {
    TrackerResult result = estimate("owl_big", "Aviary", score("zoo_elo", 1000));
    assertEquals(
        List.of(
            EstimationMethod.CURATED_OVERRIDE,
            EstimationMethod.OPERATION_COUNT,
            EstimationMethod.BENCHMARK_IMPUTATION),
        methods(result));
    assertEquals(6e25, result.flop());
    assertEquals("said so", result.reasoning());
    assertEquals(1e12, result.parameters());
    assertEquals("known_specification:owl_big", result.parameterSource());
    assertEquals(
        "Known model specification 'owl_big': Chinchilla scaling law: 6 × 1,000,000,000,000 params"
            + " × 10,000,000,000,000 tokens = 6.00e+25 FLOP",
        result.estimates().get(1).reasoning());
  }

  @Test
  void doesNotRepeatTheSizeOfTheSpecification() {
    TrackerResult result = estimate("elk_7b", "Aviary");
    assertEquals(List.of(EstimationMethod.OPERATION_COUNT), methods(result));
    assertEquals(6 * 7e9 * 2e12, result.flop());
  }

  @ParameterizedTest
  @CsvSource({
    "elk_7b_instruct, OPERATION_COUNT",
    "elk_7b_fp8, OPERATION_COUNT",
    "elk_7b-chat, OPERATION_COUNT",
    "elk_7b_bnb_nf4, OPERATION_COUNT",
    "elk_7b_instruct_fp8, NAME_SIZE" // the format hides the tuning
  })
  void looksUpNamesWithoutTuning(String name, EstimationMethod method) {
    assertEquals(method, estimate(name, "Aviary").method());
  }

  @Test
  void remembersUndisclosedSpecifications() {
    TrackerResult result = estimate("yak", "Aviary", score("zoo_elo", 500));
    assertTrue(result.undisclosedSpecification());
    assertEquals(List.of(EstimationMethod.BENCHMARK_IMPUTATION), methods(result));
    assertEquals(5e24, result.flop());
    assertNull(result.parameters());
  }

  @ParameterizedTest
  @CsvSource({
    "owl_10b, 10, 15, Generic estimate",
    "llama_3_99b, 99, 20, Modern model",
    "llama_3_100b, 100, 15, Modern large model",
    "llama_2_10b, 10, 12, Mid-era model",
    "palm_10b, 10, 8, Early era model",
    "owl_coder_10b, 10, 18, Specialized model",
    "baichuan_10b, 10, 16, Chinese model",
    "owl_2.5b, 2, 15, Generic estimate", // 2.5 goes to the even digit
    "owl_1t, 1000, 15, Generic estimate",
    "owl_2billion, 2, 15, Generic estimate"
  })
  void multipliesSizesByTokenRules(String name, long billions, int ratio, String label) {
    TrackerTokens.Size size = TrackerTokens.ofName(name).orElseThrow();
    assertEquals(ratio, size.ratio());
    assertEquals(
        "(" + label + ": " + billions + "B params * " + ratio + " tokens/param)", size.text());
    TrackerResult result = estimate(name, "Aviary");
    assertEquals(EstimationMethod.NAME_SIZE, result.method());
    assertEquals("extracted_from_name", result.parameterSource());
    assertEquals(Confidence.MEDIUM, result.confidence());
  }

  @ParameterizedTest
  @CsvSource({"owl", "owl_0b", "owl_seven_b"})
  void findsNoSizeWhereThereIsNone(String name) {
    assertTrue(TrackerTokens.ofName(name).isEmpty());
  }

  @Test
  void weighsBenchmarksByConfidence() {
    TrackerResult result =
        estimate(
            "puma",
            "Aviary",
            score("zoo_elo", 1000),
            score("zoo_beauty", 3),
            score("zoo_film", 12));
    // 4e25 with weight 2, 1.1e25 with weight 3; no anchor for beauty.
    assertEquals((4e25 * 2 + 1.1 * 1e25 * 3) / 5, result.flop());
    assertEquals(Confidence.LOW, result.confidence());
    assertEquals(
        "Multi-benchmark estimation from 2 benchmarks: zoo_elo: 4.00e+25 (Low); zoo_film: 1.10e+25"
            + " (Medium) → weighted average: 2.26e+25 FLOP",
        result.reasoning());
  }

  @ParameterizedTest
  @CsvSource({
    "newt, 10, 1e25, MEDIUM, 'Threshold reference model (zoo_film): newt set to 1.00e+25 FLOP as"
        + " threshold marker'",
    "puma, 12, 1.1000000000000002e25, MEDIUM, 'Threshold-based (zoo_film): 12.0 > newt (10.0) →"
        + " assumed >1e25 FLOP (reference model assumed frontier-level)'",
    "puma, 10, 9.9e24, LOW, 'Threshold-based (zoo_film): 10.0 < newt (10.0) → scaled estimate"
        + " 9.90e+24 FLOP (α=2.0)'",
    "puma, 5, 2.5e24, LOW, 'Threshold-based (zoo_film): 5.0 < newt (10.0) → scaled estimate"
        + " 2.50e+24 FLOP (α=2.0)'"
  })
  void comparesWithThresholdModels(
      String name, double score, double flop, Confidence confidence, String reasoning) {
    TrackerResult result = estimate(name, "Aviary", score("zoo_film", score));
    assertEquals(
        List.of(
            new TrackerEstimate(
                EstimationMethod.BENCHMARK_IMPUTATION, flop, confidence, reasoning)),
        result.estimates());
  }

  @ParameterizedTest
  @CsvSource({"zoo_elo, 0", "zoo_elo, -5", "zoo_film, 0", "zoo_beauty, 5"})
  void makesNothingOfUselessScores(String benchmark, double value) {
    TrackerResult result = estimate("puma", "Aviary", score(benchmark, value));
    assertEquals(List.of(), result.estimates());
    assertNull(result.flop());
    assertEquals(EstimationMethod.NONE, result.method());
    assertEquals(Confidence.SPECULATIVE, result.confidence());
    assertEquals("", result.reasoning());
    assertEquals(ThresholdClass.NOT_SURE, result.thresholdClass());
  }

  @Test
  void capsSmallDevelopersAndKeepsTheOriginal() {
    TrackerResult result = estimate("puma", "burrow", score("zoo_elo", 1000));
    assertTrue(result.capped());
    assertEquals(
        List.of(
            new TrackerEstimate(
                EstimationMethod.BENCHMARK_IMPUTATION,
                9.9e24,
                Confidence.LOW,
                "FLOP estimate capped at 9.9e+24 due to resource constraint policy: small den"),
            new TrackerEstimate(
                EstimationMethod.BENCHMARK_IMPUTATION,
                4e25,
                Confidence.LOW,
                "Original estimate before resource constraint cap: Benchmark-based (zoo_elo):"
                    + " 1000.0 vs reference owl_big (1000.0, 4.00e+25 FLOP) with α=3.0 = 4.00e+25"
                    + " FLOP")),
        result.estimates());
    TrackerEstimate beforeCap = result.beforeCap();
    assertEquals(4e25, beforeCap == null ? null : (Double) beforeCap.flop());
    assertEquals(ThresholdClass.HIGH_CONFIDENCE_BELOW, result.thresholdClass());
  }

  @Test
  void judgesAnchorsByTheCompanyOfTheirCitation() {
    assertTrue(estimate("puma", "Burrow", score("zoo_film", 12)).capped());
    assertFalse(estimate("newt", "Burrow", score("zoo_film", 12)).capped());
    assertTrue(estimate("owl_big", "Burrow").capped());
  }

  @Test
  void publishesEstimatesWithoutInterval() {
    TrackerResult result = estimate("puma", "Burrow", score("zoo_elo", 1000));
    List<FlopEstimate> estimates = result.toFlopEstimates("e1");
    assertEquals(List.of(0, 1), estimates.stream().map(FlopEstimate::priority).toList());
    assertEquals(List.of(true, false), estimates.stream().map(FlopEstimate::chosen).toList());
    assertEquals(List.of(EstimateFlag.DEVELOPER_CAPPED), estimates.get(0).flags());
    assertEquals(estimates.get(0).log10FlopLow(), estimates.get(0).log10FlopHigh());
    assertEquals("zoo row 1", estimates.get(0).inputs().get(0).source());

    TrackedModel model = result.toTrackedModel("e1", "2026-01-02T03:04:05Z");
    assertEquals(9.9e24, model.trainingFlop());
    assertEquals(estimates.get(0).log10FlopMedian(), model.log10FlopMedian());
    assertEquals(1, model.alternatives().size());
    assertEquals("puma-1", model.displayName());
  }

  @ParameterizedTest
  @CsvSource({
    "1, HIGH_CONFIDENCE_BELOW, high_confidence_below_1e25",
    "1e25, HIGH_CONFIDENCE_BELOW, high_confidence_below_1e25",
    "1.01e25, NOT_SURE, uncertain",
    "4.99e25, NOT_SURE, uncertain",
    "5e25, HIGH_CONFIDENCE_ABOVE, high_confidence_above_1e25",
    ", NOT_SURE, uncertain"
  })
  void classifies(Double flop, ThresholdClass expected, String text) {
    assertEquals(expected, TrackerClasses.classify(flop));
    assertEquals(text, TrackerClasses.text(expected));
  }
}
