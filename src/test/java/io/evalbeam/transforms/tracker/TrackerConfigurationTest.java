package io.evalbeam.transforms.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrackerConfigurationTest {

  private static List<String> problems(Map<String, String> texts) {
    return assertThrows(
            InvalidConfigurationException.class, () -> TrackerConfiguration.parse(texts))
        .problems();
  }

  private static Map<String, String> texts() {
    return new HashMap<>(
        Map.of(
            TrackerConfiguration.METHODS_FILE, TrackerSamples.METHODS,
            TrackerConfiguration.ANCHORS_FILE, TrackerSamples.ANCHORS,
            TrackerConfiguration.DEVELOPERS_FILE, TrackerSamples.DEVELOPERS));
  }

  @Test
  void readsAllFiles() {
    TrackerConfiguration configuration = TrackerConfiguration.parse(texts());
    assertEquals(1, configuration.overrides().size());
    assertEquals(
        List.of("owl_big", "elk_7b", "yak"), List.copyOf(configuration.specifications().keySet()));
    assertEquals(3, configuration.anchors().size());
    assertTrue(configuration.developerRule("BURROW").orElseThrow().excluded());
    assertFalse(configuration.developerRule("Den").isPresent());
  }

  @Test
  void namesEveryMissingFile() {
    List<String> problems = problems(Map.of());
    assertEquals(3, problems.size());
    for (String file : TrackerConfiguration.FILES) {
      assertTrue(problems.contains(file + ": the file is missing"), file);
    }
  }

  @Test
  void namesEveryUnusableEntry() {
    Map<String, String> texts = texts();
    texts.put(
        TrackerConfiguration.METHODS_FILE,
        """
        {"manual_overrides": {"entries": {
           "owl": {"training_flop": -1, "confidence": "SURE"}}},
         "known_model_specifications": {"entries": {
           "elk": {"parameters": 1.5, "confidence": "HIGH"}}}}
        """);
    texts.put(TrackerConfiguration.ANCHORS_FILE, "{\"benchmark_references\": []}");
    texts.put(
        TrackerConfiguration.DEVELOPERS_FILE,
        "{\"exclusion_criteria\": {\"Burrow\": {\"excluded\": \"no\", \"reason\": \"r\"}}}");
    assertEquals(
        List.of(
            "flop_estimation_methods.json: /manual_overrides/entries/owl/training_flop must be a"
                + " positive number",
            "flop_estimation_methods.json: /manual_overrides/entries/owl/confidence must be HIGH,"
                + " MEDIUM, LOW or SPECULATIVE",
            "flop_estimation_methods.json: /manual_overrides/entries/owl/reasoning must be text",
            "flop_estimation_methods.json: /known_model_specifications/entries/elk/parameters must"
                + " be a positive whole number or null",
            "flop_estimation_methods.json: /known_model_specifications/entries/elk/training_tokens"
                + " must be a positive whole number or null",
            "benchmark_references.json: /benchmark_references must be an object",
            "developer_exclusion_criteria.json: /exclusion_criteria/Burrow/excluded must be true or"
                + " false"),
        problems(texts));
  }

  @Test
  void saysWhereJsonIsBroken() {
    Map<String, String> texts = texts();
    texts.put(TrackerConfiguration.ANCHORS_FILE, "{\n  \"a\": 1,\n  \"a\": 2}");
    texts.put(TrackerConfiguration.DEVELOPERS_FILE, "[]");
    List<String> problems = problems(texts);
    assertEquals(2, problems.size());
    assertTrue(problems.get(0).startsWith("benchmark_references.json:3:"), problems.get(0));
    assertEquals(
        "developer_exclusion_criteria.json: the file must hold a JSON object", problems.get(1));
  }
}
