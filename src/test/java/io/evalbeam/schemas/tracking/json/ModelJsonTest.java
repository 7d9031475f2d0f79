package io.evalbeam.schemas.tracking.json;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.AlternativeEstimate;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.DeveloperOrigin;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedScore;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.StatedFact;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.schemas.tracking.Variant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelJsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final SourceRow ROW =
      new SourceRow(
          "zoo",
          7,
          "Grey-Owl-70B (2025-01-02)",
          "grey_owl_70b",
          "Aviary Labs",
          "Aviary",
          DeveloperOrigin.STATED_ALIAS,
          new Variant("2025-01-02", "chat", "thinking", "high", "fp8", 32768L, "beta"),
          List.of(new BenchmarkScore("zoo_elo", 1234.5, "elo"), new BenchmarkScore("x", -1, null)),
          List.of(
              new StatedFact(ModelAttribute.PARAMETERS, "70B", 7e10),
              new StatedFact(ModelAttribute.RELEASE_DATE, "2025-01-02", null),
              new StatedFact(ModelAttribute.TRAINING_COMPUTE, "1.23456e24", 1.23456e24),
              new StatedFact(ModelAttribute.LICENSE, "Frei für alle", null)),
          "https://zoo.example/ (Zoo)",
          "2026-01-02T03:04:05.678Z");

  private static final TrackedModel MODEL =
      new TrackedModel(
          "e1",
          "grey_owl_70b",
          "Grey-Owl-70B",
          "Aviary",
          "2025-01-02",
          7e10,
          7e9,
          "stated",
          32768L,
          "transformer",
          1.23456e24,
          23.5,
          24.09,
          24.6,
          Confidence.MEDIUM,
          EstimationMethod.HARDWARE,
          1e25,
          ThresholdClass.NOT_SURE,
          0.01,
          "chips × hours",
          List.of(EstimateFlag.METHODS_DISAGREE, EstimateFlag.UTILIZATION_ASSUMED),
          List.of(
              new AlternativeEstimate(
                  4.56e24, Confidence.LOW, EstimationMethod.BENCHMARK_IMPUTATION, "fit")),
          List.of(
              new ObservedScore("zoo_elo", 1200, "elo", "zoo", 1, "grey-owl"),
              new ObservedScore("zoo_elo", 1250, "elo", "zoo", 2, "Grey-Owl-70B")),
          List.of("Grey-Owl-70B", "grey-owl"),
          List.of("https://zoo.example/ (Zoo)"),
          2,
          "2026-01-02T03:04:05Z");

  private static String write(ModelJson model, ModelVocabulary vocabulary) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = ModelJsonWriter.newGenerator(bytes)) {
      new ModelJsonWriter(vocabulary).write(out, model);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static ModelJsonReader.Reading read(String json) throws IOException {
    return ModelJsonReader.read(MAPPER.readTree(json), "test", "zoo", "model 3");
  }

  private static ModelJson readWhole(String json) throws IOException {
    ModelJsonReader.Reading reading = read(json);
    assertEquals(List.of(), reading.issues());
    return requireNonNull(reading.model());
  }

  @Test
  void sourceRowsSurviveFilesOfTheDefaultPolicy() throws IOException {
    String json =
        write(SourceRowJson.toModelJson(ROW, ModelVocabulary.DEFAULT), ModelVocabulary.DEFAULT);
    assertEquals(ROW, SourceRowJson.toSourceRow(readWhole(json), "zoo", 1));
  }

  @Test
  void bareSourceRowsSurviveToo() throws IOException {
    SourceRow bare =
        new SourceRow(
            "zoo",
            1,
            "owl",
            "owl",
            null,
            "Unknown",
            DeveloperOrigin.UNKNOWN,
            Variant.BASE,
            List.of(),
            List.of(),
            "",
            null);
    String json =
        write(SourceRowJson.toModelJson(bare, ModelVocabulary.DEFAULT), ModelVocabulary.DEFAULT);
    assertEquals(bare, SourceRowJson.toSourceRow(readWhole(json), "zoo", 9));
  }

  @Test
  void sourceRowsOfTheTrackerPolicyHaveNoMetadata() throws IOException {
    String json =
        write(SourceRowJson.toModelJson(ROW, ModelVocabulary.TRACKER), ModelVocabulary.TRACKER);
    assertEquals(0, MAPPER.readTree(json).path("metadata").size());
    SourceRow read = SourceRowJson.toSourceRow(readWhole(json), "zoo", 7);
    assertEquals("grey_owl_70b", read.rawName());
    assertEquals("Aviary", read.developerStated());
    assertEquals(DeveloperOrigin.STATED, read.developerOrigin());
    assertEquals(ROW.observedAt(), read.observedAt());
    assertEquals(
        List.of(
            new StatedFact(ModelAttribute.RELEASE_DATE, "2025-01-02", null),
            new StatedFact(ModelAttribute.PARAMETERS, "70000000000.0", 7e10)),
        read.facts());
  }

  @Test
  void estimatedModelsSurviveFilesOfTheDefaultPolicy() throws IOException {
    String json =
        write(
            TrackedModelJson.toModelJson(MODEL, ModelVocabulary.DEFAULT), ModelVocabulary.DEFAULT);
    assertEquals(MODEL, TrackedModelJson.toTrackedModel(readWhole(json), "never"));
  }

  @Test
  void estimatesOfForeignFilesAreNoStatedFacts() throws IOException {
    ModelJson model =
        readWhole(
            """
            {"name": "owl", "training_flop": "1.50e+24", "estimation_method": "scaling_laws",
             "parameters": 7, "parameter_source": "extracted_from_name"}
            """);
    assertEquals(List.of(), SourceRowJson.toSourceRow(model, "zoo", 1).facts());
    TrackedModel tracked = TrackedModelJson.toTrackedModel(model, "2026-01-01T00:00:00Z");
    assertEquals(1.5e24, tracked.trainingFlop());
    assertEquals("2026-01-01T00:00:00Z", tracked.updatedAt());
  }

  @Test
  void writesTheLayoutOfModelFiles() throws IOException {
    ModelJson model = TrackedModelJson.toModelJson(MODEL, ModelVocabulary.TRACKER);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = ModelJsonWriter.newGenerator(bytes)) {
      new ModelJsonWriter(ModelVocabulary.TRACKER)
          .writeFile(out, "zoo", "estimated", "2026-01-02T03:04:05Z", 1, List.of(model));
    }
    assertEquals(
        """
        {
          "metadata": {
            "saved_at": "2026-01-02T03:04:05",
            "source": "zoo",
            "last_updated": "2026-01-02T03:04:05",
            "model_count": 1,
            "stage": "estimated"
          },
          "models": [
            {
              "name": "grey_owl_70b",
              "developer": "Aviary",
              "release_date": "2025-01-02",
              "parameters": 70000000000,
              "parameter_source": "stated",
              "context_length": 32768,
              "architecture": "transformer",
              "training_flop": "1.23e+24",
              "training_flop_confidence": "medium",
              "estimation_method": "direct_calculation",
              "alternative_estimates": [
                {
                  "flop": "4.56e+24",
                  "confidence": "low",
                  "method": "benchmark_based",
                  "reasoning": "fit"
                }
              ],
              "inference_flop_per_token": null,
              "threshold_classification": "uncertain",
              "benchmarks": {
                "zoo_elo": 1250.0
              },
              "sources": [
                "https://zoo.example/ (Zoo)"
              ],
              "reasoning": "chips \\u00d7 hours",
              "last_updated": "2026-01-02T03:04:05",
              "metadata": {}
            }
          ]
        }"""
            // A text block would turn the escape into the sign itself.
            .replace("\\\\", "\\"),
        bytes.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"3.80e+25\"', 3.8e25",
    "3.8e25, 3.8e25",
    "null, ",
    "'\"\"', ",
    "38000000000000000000000000, 3.8e25"
  })
  void readsComputeAsTextNumberOrNull(String json, Double expected) throws IOException {
    ModelJson model = readWhole("{\"name\": \"owl\", \"training_flop\": " + json + "}");
    assertEquals(expected, model.trainingFlop());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-08-15T20:21:36.910135, 2025-08-15T20:21:36.910135Z",
    "2025-08-15T20:21:36Z, 2025-08-15T20:21:36Z",
    "2025-08-15T20:21:36+02:00, 2025-08-15T18:21:36Z"
  })
  void readsTimesWithAndWithoutZone(String text, String expected) throws IOException {
    assertEquals(
        expected,
        readWhole("{\"name\": \"owl\", \"last_updated\": \"" + text + "\"}").lastUpdated());
  }

  @ParameterizedTest
  @CsvSource({
    "status, confirmed_above_1e25, HIGH_CONFIDENCE_ABOVE",
    "status, confirmed_below_1e25, HIGH_CONFIDENCE_BELOW",
    "status, likely_above_1e25, NOT_SURE",
    "status, uncertain, NOT_SURE",
    "threshold_classification, not_sure, NOT_SURE",
    "threshold_classification, high_confidence_above_1e25, HIGH_CONFIDENCE_ABOVE",
    "threshold_classification, high_confidence_below_1e25, HIGH_CONFIDENCE_BELOW"
  })
  void readsOldAndNewClasses(String key, String text, ThresholdClass expected) throws IOException {
    ModelJson model = readWhole(String.format("{\"name\": \"owl\", \"%s\": \"%s\"}", key, text));
    assertEquals(expected, model.thresholdClass());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"7 | FORMAT_BROKEN", "{} | NAME_MISSING", "{\"name\": \" \"} | NAME_MISSING"})
  void rejectsEntriesWithoutName(String json, IssueCode code) throws IOException {
    ModelJsonReader.Reading reading = read(json);
    assertNull(reading.model());
    assertEquals(List.of(code), reading.issues().stream().map(Issue::code).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"training_flop\": \"many\" | NUMBER_INVALID",
        "\"training_flop\": \"1e999\" | NUMBER_INVALID",
        "\"training_flop\": -1 | NUMBER_OUT_OF_RANGE",
        "\"context_length\": 1.5 | NUMBER_INVALID",
        "\"benchmarks\": {\"x\": \"n/a\"} | NUMBER_INVALID",
        "\"alternative_estimates\": [{}] | NUMBER_INVALID",
        "\"last_updated\": \"yesterday\" | DATE_INVALID",
        "\"training_flop_confidence\": \"sure\" | FORMAT_BROKEN",
        "\"estimation_method\": \"magic\" | FORMAT_BROKEN",
        "\"status\": \"maybe\" | FORMAT_BROKEN"
      })
  void keepsEntriesWithUnreadableValues(String member, IssueCode code) throws IOException {
    ModelJsonReader.Reading reading = read("{\"name\": \"owl\", " + member + "}");
    ModelJson model = requireNonNull(reading.model());
    assertNull(model.trainingFlop());
    assertNull(model.lastUpdated());
    assertEquals(List.of(), model.benchmarks());
    assertEquals(List.of(code), reading.issues().stream().map(Issue::code).toList());
    assertEquals("model 3", reading.issues().get(0).location());
  }

  @ParameterizedTest
  @EnumSource(ThresholdClass.class)
  void readsTheClassesItWrites(ThresholdClass thresholdClass) {
    for (ModelVocabulary vocabulary : ModelVocabulary.values()) {
      String text = vocabulary.thresholdClass(thresholdClass, 1e25);
      assertEquals(thresholdClass, ModelVocabulary.thresholdClassOf(text).orElseThrow(), text);
    }
  }

  @ParameterizedTest
  @EnumSource(EstimationMethod.class)
  void readsTheMethodsItWrites(EstimationMethod method) {
    assertEquals(
        method, ModelVocabulary.methodOf(ModelVocabulary.DEFAULT.method(method)).orElseThrow());
    assertEquals(
        method.trackerKey(),
        ModelVocabulary.methodOf(method.trackerKey()).orElseThrow().trackerKey());
  }
}
