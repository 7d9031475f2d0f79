package io.evalbeam.schemas.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricCatalogTest {
  private static final MetricCatalog METRICS = MetricCatalog.load();

  private static MetricInfo metric(String name) {
    return METRICS.find(name).orElseThrow(() -> new AssertionError(name + " is not known"));
  }

  @ParameterizedTest
  @CsvSource({
    "exact_match, SCORE, BINARY, false, 0, 1",
    "final_number_exact_match, SCORE, BINARY, false, 0, 1",
    "f1_score, SCORE, CONTINUOUS, false, 0, 1",
    "bits_per_byte, SCORE, CONTINUOUS, true, 0, Infinity",
    "word_perplexity, SCORE, CONTINUOUS, true, 1, Infinity",
    "logprob, SCORE, CONTINUOUS, false, -Infinity, 0",
    "mcc, SCORE, CONTINUOUS, false, -1, 1",
    "bleu, SCORE, CONTINUOUS, false, 0, 100",
    "bleu_4, SCORE, CONTINUOUS, false, 0, 1",
    "edit_similarity, SCORE, CONTINUOUS, true, 0, 1",
    "ece_10_bin, CALIBRATION, CONTINUOUS, true, 0, 1",
    "toxic_frac, TOXICITY, CONTINUOUS, true, 0, 1",
    "bbq_metric_ambiguous_bias, BIAS, CONTINUOUS, true, -1, 1",
    "inference_runtime, EFFICIENCY, CONTINUOUS, true, 0, Infinity",
    "training_co2_cost, COST, CONTINUOUS, true, 0, Infinity",
    "num_prompt_tokens, COUNT, CONTINUOUS, , 0, Infinity",
    "finish_reason_stop, COUNT, BINARY, , 0, 1",
  })
  void knowsKindDirectionAndBounds(
      String name, MetricKind kind, ScoreType type, Boolean lowerIsBetter, Double min, Double max) {
    MetricInfo info = metric(name);

    assertEquals(kind, info.kind());
    assertEquals(type, info.scoreType());
    assertEquals(lowerIsBetter, info.lowerIsBetter());
    assertEquals(min, info.min());
    assertEquals(max, info.max());
  }

  @Test
  void bestOfSeveralCompletionsMeansWhatOneMeans() {
    MetricInfo info = metric("quasi_exact_match@5");

    assertEquals("quasi_exact_match@5", info.name());
    assertEquals("Quasi-exact match @5", info.displayName());
    assertEquals("EM@5", info.shortName());
    assertEquals(ScoreType.BINARY, info.scoreType());
  }

  @Test
  void aCutoffInTheNameOfItsOwnIsNotACountOfCompletions() {
    assertEquals("NDCG@10", metric("NDCG@10").displayName());
    assertEquals(MetricKind.CALIBRATION, metric("selective_acc@10").kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bias_metric:mode=associations,demographic_category=race,target_category=adjective",
        "bias_metric:mode=anything",
      })
  void patternsKnowWholeFamilies(String name) {
    assertEquals(name, metric(name).name());
    assertEquals(MetricKind.BIAS, metric(name).kind());
    assertEquals(Boolean.TRUE, metric(name).lowerIsBetter());
  }

  @Test
  void theFirstPatternThatFitsCounts() {
    assertEquals(
        "Stereotypes (gender)",
        metric("bias_metric:mode=associations,demographic_category=gender,target_category=x")
            .shortName());
  }

  @Test
  void aPatternNeedsRoomForAllItsParts() {
    String yaml = entry("a*a", "");

    MetricCatalog catalog = MetricCatalog.parse("own.yaml", "version: 1\nmetrics:\n" + yaml);

    assertTrue(catalog.find("aa").isPresent());
    assertTrue(catalog.find("abca").isPresent());
    assertFalse(catalog.find("a").isPresent());
  }

  @Test
  void aFormatMayMeanSomethingElseByTheSameName() {
    assertEquals(1.0, metric("accuracy").max());
    assertEquals(100.0, METRICS.find("accuracy", "opencompass").orElseThrow().max());
    assertEquals(100.0, METRICS.find("rouge1", "opencompass").orElseThrow().max());
    assertEquals(1.0, METRICS.find("rouge1", "lm-eval").orElseThrow().max());
    assertTrue(METRICS.find("choice", "inspect").isPresent());
    assertFalse(METRICS.find("choice").isPresent());
  }

  @Test
  void whatIsNotKnownIsEmpty() {
    assertTrue(METRICS.find("vibes").isEmpty());
    assertTrue(METRICS.find("vibes@5").isEmpty());
    assertTrue(METRICS.find("@5").isEmpty());
    assertTrue(METRICS.find("exact_match@").isEmpty());
    assertTrue(METRICS.find("exact_match@x").isEmpty());
    assertNull(metric("summac").min());
  }

  @Test
  void aUsersFileReplacesTheShippedOne() {
    MetricCatalog own =
        MetricCatalog.load(
            Map.of("metrics.yaml", "version: 1\nmetrics:\n" + entry("vibes", ""), "other", ""));

    assertNotNull(own.find("vibes").orElse(null));
    assertTrue(own.find("exact_match").isEmpty());
  }

  @Test
  void everyProblemIsNamed() {
    String yaml =
        "version: 0\nmetrics:\n"
            + entry("twice", "")
            + entry("twice", "")
            + entry("bounds", ", min: 2, max: 1")
            + "  - {name: bare}\n";

    List<String> problems =
        assertThrows(
                InvalidConfigurationException.class, () -> MetricCatalog.parse("own.yaml", yaml))
            .problems();

    assertEquals(
        List.of(
            "own.yaml: version must be 1 or greater",
            "own.yaml: metrics[1] twice: the metric is listed twice",
            "own.yaml: metrics[2] bounds: min must be less than max",
            "own.yaml: metrics[3] bare: display_name is missing",
            "own.yaml: metrics[3] bare: source is missing",
            "own.yaml: metrics[3] bare: kind is missing",
            "own.yaml: metrics[3] bare: score is missing"),
        problems);
  }

  private static String entry(String name, String more) {
    return "  - {name: '"
        + name
        + "', display_name: Name, kind: SCORE, score: BINARY, source: here"
        + more
        + "}\n";
  }
}
