package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.DeveloperOrigin;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.schemas.tracking.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Invented models and configuration. */
public final class TrackerSamples {
  static final String METHODS =
      """
      {"manual_overrides": {"entries": {
         "owl_big": {"training_flop": 6e25, "confidence": "HIGH", "reasoning": "said so"}}},
       "known_model_specifications": {"entries": {
         "owl_big": {"parameters": 1000000000000, "training_tokens": 10000000000000,
                     "confidence": "MEDIUM"},
         "elk_7b": {"parameters": 7000000000, "training_tokens": 2000000000000,
                    "confidence": "HIGH"},
         "yak": {"parameters": null, "training_tokens": null, "confidence": "SPECULATIVE"}}}}
      """;
  static final String ANCHORS =
      """
      {"benchmark_references": {
         "zoo_elo": {"reference_model": "owl_big", "reference_score": 1000.0,
                     "reference_flop": 4e25, "scaling_exponent": 3.0, "source": "zoo"},
         "zoo_quiz": {"reference_model": "owl_big", "reference_score": 50.0,
                      "reference_flop": 4e25, "scaling_exponent": 2.0, "source": "zoo"},
         "zoo_film": {"reference_model": "newt", "reference_score": 10.0, "reference_flop": 1e25,
                      "scaling_exponent": 2.0, "threshold_logic": true,
                      "source": "OpenAI film model"}}}
      """;
  static final String DEVELOPERS =
      """
      {"exclusion_criteria": {
         "Burrow": {"excluded": true, "reason": "small den"},
         "Aviary": {"excluded": false, "reason": "large nest"}}}
      """;

  /** Texts of the configuration files by name. */
  public static final Map<String, String> CONFIGURATION =
      Map.of(
          TrackerConfiguration.METHODS_FILE, METHODS,
          TrackerConfiguration.ANCHORS_FILE, ANCHORS,
          TrackerConfiguration.DEVELOPERS_FILE, DEVELOPERS);

  private TrackerSamples() {}

  static TrackerConfiguration configuration() {
    return TrackerConfiguration.parse(CONFIGURATION);
  }

  /** A score without unit. */
  public static BenchmarkScore score(String benchmark, double value) {
    return new BenchmarkScore(benchmark, value, null);
  }

  /** A row whose raw name is the name with the row's number. */
  public static SourceRow row(
      String source, int row, String name, String developer, BenchmarkScore... scores) {
    return new SourceRow(
        source,
        row,
        name + "-" + row,
        name,
        null,
        developer,
        DeveloperOrigin.GUESSED,
        Variant.BASE,
        Arrays.asList(scores),
        List.of(),
        "https://" + source + ".example/ (" + source + ")",
        null);
  }

  static TrackerResult estimate(String name, String developer, BenchmarkScore... scores) {
    return new TrackerEstimator(configuration())
        .estimate(TrackerMerge.mergeName(List.of(row("zoo", 1, name, developer, scores))));
  }

  static TrackedModel model(String name, String developer, BenchmarkScore... scores) {
    return estimate(name, developer, scores).toTrackedModel(name, "2026-01-02T03:04:05Z");
  }
}
