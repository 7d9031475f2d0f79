package io.evalbeam.transforms.tracker;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.tracking.DecimalText;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.schemas.tracking.json.ModelJson;
import io.evalbeam.schemas.tracking.json.ModelJsonWriter;
import io.evalbeam.schemas.tracking.json.ModelVocabulary;
import io.evalbeam.schemas.tracking.json.SourceRowJson;
import io.evalbeam.schemas.tracking.json.TrackedModelJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole policy against the results of the original on its own scraped rows. */
class TrackerPolicyTest {
  private static final String AS_OF = "2026-01-02T03:04:05Z";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static List<TrackedModel> models() throws IOException {
    return TrackerFiles.results().stream()
        .map(result -> result.toTrackedModel(result.name(), AS_OF))
        .toList();
  }

  @Test
  void matchesEstimatesInFullPrecision() throws IOException {
    CsvTable golden = TrackerFiles.golden("estimates_full_precision.tsv");
    List<TrackerResult> results = TrackerFiles.results();
    assertEquals(282, results.size());
    for (int i = 0; i < results.size(); i++) {
      TrackerResult result = results.get(i);
      String name = result.name();
      Double flop = result.flop();
      assertEquals(golden.cell(i, "name"), name);
      assertEquals(golden.cell(i, "developer"), result.developer(), name);
      assertEquals(golden.cell(i, "parameters"), whole(result.parameters()), name);
      assertEquals(golden.cell(i, "parameter_source"), orBlank(result.parameterSource()), name);
      assertSameFlop(requireNonNull(golden.cell(i, "training_flop")), flop, name);
      assertEquals(golden.cell(i, "confidence"), result.confidence().key(), name);
      assertEquals(golden.cell(i, "method"), result.method().trackerKey(), name);
      assertEquals(
          golden.cell(i, "classification"), TrackerClasses.text(result.thresholdClass()), name);
      assertAlternatives(requireNonNull(golden.cell(i, "alternatives")), result);
      assertEquals(golden.cell(i, "benchmarks_kept"), benchmarks(result), name);
    }
  }

  private static void assertSameFlop(String expected, @Nullable Double actual, String name) {
    assertEquals(expected.isEmpty(), actual == null, name);
    if (actual != null) {
      double value = Double.parseDouble(expected);
      assertEquals(value, actual, 1e-12 * value, name);
    }
  }

  private static void assertAlternatives(String expected, TrackerResult result) {
    List<TrackerEstimate> alternatives = result.estimates().stream().skip(1).toList();
    List<String> texts = expected.isEmpty() ? List.of() : List.of(expected.split("\\|", -1));
    assertEquals(texts.size(), alternatives.size(), result.name());
    for (int i = 0; i < texts.size(); i++) {
      String[] parts = texts.get(i).split(":", -1);
      TrackerEstimate alternative = alternatives.get(i);
      assertEquals(parts[0], alternative.method().trackerKey(), result.name());
      assertSameFlop(parts[1], alternative.flop(), result.name());
      assertEquals(parts[2], alternative.confidence().key(), result.name());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s4", "s6"})
  void matchesCanonicalTable(String scenario) throws IOException {
    CsvTable expected =
        table(
            Files.readString(
                TrackerFiles.path("expected/" + scenario + "/estimated_canonical.tsv")));
    List<TrackerResult> results = TrackerFiles.results();
    assertEquals(expected.rows().size(), results.size());
    for (int i = 0; i < results.size(); i++) {
      assertEquals(expected.rows().get(i), canonical(results.get(i)));
    }
  }

  private static CsvTable table(String text) {
    List<List<String>> rows = text.lines().map(line -> List.of(line.split("\t", -1))).toList();
    return new CsvTable(rows.get(0), rows.subList(1, rows.size()));
  }

  private static List<String> canonical(TrackerResult result) {
    Double flop = result.flop();
    return List.of(
        result.name(),
        result.developer(),
        whole(result.parameters()),
        orBlank(result.parameterSource()),
        flop == null ? "" : DecimalText.scientific(flop, 2),
        result.confidence().key(),
        result.method().trackerKey(),
        TrackerClasses.text(result.thresholdClass()),
        result.estimates().stream()
            .skip(1)
            .map(
                e ->
                    e.method().trackerKey()
                        + ":"
                        + DecimalText.scientific(e.flop(), 2)
                        + ":"
                        + e.confidence().key())
            .collect(Collectors.joining(" | ")),
        benchmarks(result),
        result.merged().row().sourceText(),
        result.reasoning());
  }

  @ParameterizedTest
  @ValueSource(strings = {"s4", "s6"})
  void matchesEstimatedModels(String scenario) throws IOException {
    JsonNode expected =
        MAPPER
            .readTree(TrackerFiles.path("expected/" + scenario + "/estimated_models.json").toFile())
            .path("models");
    Map<String, String> actual = new HashMap<>();
    ModelJsonWriter writer = new ModelJsonWriter(ModelVocabulary.TRACKER);
    for (TrackedModel model : models()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (JsonGenerator out = ModelJsonWriter.newGenerator(bytes)) {
        writer.write(out, TrackedModelJson.toModelJson(model, ModelVocabulary.TRACKER));
      }
      actual.put(model.name(), bytes.toString(StandardCharsets.UTF_8));
    }
    assertEquals(282, expected.size());
    assertEquals(282, actual.size());
    for (JsonNode model : expected) {
      String name = model.path("name").asText();
      // Parsing and printing again keeps the order of keys, so the text compares that too.
      JsonNode written = MAPPER.readTree(requireNonNull(actual.get(name), name));
      ((ObjectNode) written).set("last_updated", model.path("last_updated"));
      assertEquals(model.toString(), written.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "expected/s4/estimated_models.json",
        "scraped/openlm_arena_models.json",
        "scraped/superclue_models.json"
      })
  void writesFilesByteForByte(String file) throws IOException {
    String expected = Files.readString(TrackerFiles.path(file));
    JsonNode metadata = MAPPER.readTree(expected).path("metadata");
    List<ModelJson> models = TrackerFiles.models(file);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = ModelJsonWriter.newGenerator(bytes)) {
      new ModelJsonWriter(ModelVocabulary.TRACKER)
          .writeFile(
              out,
              metadata.path("source").asText(),
              metadata.path("stage").asText(),
              metadata.path("last_updated").asText() + "Z",
              models.size(),
              models);
    }
    String lastUpdated = metadata.path("last_updated").asText();
    String savedAt = metadata.path("saved_at").asText();
    assertEquals(
        expected.replaceFirst(savedAt, lastUpdated), bytes.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s4", "s6"})
  void matchesFreshTables(String scenario) throws IOException {
    TrackerCuration.Tables tables = TrackerCuration.fresh(models());
    assertEquals(97, tables.above().rows().size());
    assertEquals(185, tables.below().rows().size());
    String folder = "expected/" + scenario + "/";
    assertSameCells(TrackerFiles.csv(folder + "above_1e25_flop.csv"), tables.above());
    assertSameCells(TrackerFiles.csv(folder + "below_1e25_flop.csv"), tables.below());
  }

  private static void assertSameCells(CsvTable expected, CsvTable actual) {
    assertEquals(expected.header(), actual.header());
    assertEquals(withoutTime(expected), withoutTime(actual));
  }

  private static List<List<String>> withoutTime(CsvTable table) {
    int time = table.column("last_updated");
    return table.rows().stream()
        .map(
            row -> {
              List<String> cells = new ArrayList<>(row);
              cells.set(time, "");
              return List.copyOf(cells);
            })
        .toList();
  }

  @Test
  void refreshesFreshTablesWithoutChange() throws IOException {
    List<TrackedModel> models = models();
    TrackerCuration.Tables tables = TrackerCuration.fresh(models);
    TrackerRefresh.Refreshed again =
        TrackerRefresh.refresh(tables.above(), tables.below(), models, "curate-models");
    assertEquals(tables, again.tables());
    assertEquals(List.of(), again.issues());
  }

  @Test
  void refreshesExistingTablesOnce() throws IOException {
    List<TrackedModel> models = models();
    CsvTable above = TrackerFiles.csv("curated/above_1e25_flop.csv");
    CsvTable below = TrackerFiles.csv("curated/below_1e25_flop.csv");
    TrackerRefresh.Refreshed once = TrackerRefresh.refresh(above, below, models, "curate-models");
    TrackerRefresh.Refreshed twice =
        TrackerRefresh.refresh(
            once.tables().above(), once.tables().below(), models, "curate-models");
    assertEquals(once.tables(), twice.tables());
    assertEquals(above.header(), once.tables().above().header());
    assertEquals(below.header(), once.tables().below().header());
    TrackerTableStatistics statistics = TrackerTableStatistics.of(once.tables(), models);
    assertEquals(0, statistics.missing());
    assertEquals(verified(above, below), verified(once.tables().above(), once.tables().below()));
  }

  private static List<List<String>> verified(CsvTable above, CsvTable below) {
    List<List<String>> rows = new ArrayList<>();
    for (CsvTable table : List.of(above, below)) {
      for (int row = 0; row < table.rows().size(); row++) {
        if (TrackerRefresh.isVerified(table, row)) {
          rows.add(table.rows().get(row));
        }
      }
    }
    rows.sort((a, b) -> a.get(0).compareTo(b.get(0)));
    return rows;
  }

  @Test
  void countsWhatTheOriginalCounts() throws IOException {
    TrackerStatistics statistics = TrackerStatistics.of(TrackerFiles.results());
    assertEquals(485, statistics.collected());
    assertEquals(
        List.of(
            List.of(EstimationMethod.CURATED_OVERRIDE, 10L, 9L, 3L, 5L, 2L, 0L),
            List.of(EstimationMethod.OPERATION_COUNT, 11L, 4L, 6L, 5L, 0L, 0L),
            List.of(EstimationMethod.NAME_SIZE, 124L, 3L, 0L, 124L, 0L, 0L),
            List.of(EstimationMethod.BENCHMARK_IMPUTATION, 131L, 127L, 0L, 5L, 126L, 0L)),
        statistics.methods().stream().map(TrackerPolicyTest::counts).toList());
    assertEquals(9, statistics.noEstimatePossible());
    assertEquals(6, statistics.withoutEstimate());
    assertEquals(282, statistics.processed());
    assertEquals(276, statistics.withFlop());
    assertEquals(92, statistics.atLeastThreshold());
    assertEquals(51, statistics.capped());
    assertEquals(11, statistics.above());
    assertEquals(80, statistics.unsure());
    assertEquals(185, statistics.below());
    assertEquals(
        firstModels(TrackerFiles.csv("expected/s4/above_1e25_flop.csv"), 10),
        statistics.top().stream().map(TrackerStatistics.TopModel::name).toList());
  }

  private static List<String> firstModels(CsvTable table, int count) {
    int model = table.column("model");
    return table.rows().stream().limit(count).map(row -> row.get(model)).toList();
  }

  private static List<Object> counts(TrackerStatistics.MethodCounts counts) {
    return List.of(
        counts.method(),
        counts.count(),
        counts.atLeastThreshold(),
        counts.high(),
        counts.medium(),
        counts.low(),
        counts.speculative());
  }

  @Test
  void coversAllModelsInFreshTables() throws IOException {
    List<TrackedModel> models = models();
    assertEquals(
        new TrackerTableStatistics(97, 0, 185, 0, 282, 282, 0, 0, 0),
        TrackerTableStatistics.of(TrackerCuration.fresh(models), models));
  }

  @ParameterizedTest
  @CsvSource({
    "history/2025-07-31/estimated_models.json, 238",
    "history/2025-07-31/lmarena_models.json, 212",
    "history/2025-07-31/openlm_arena_models.json, 194",
    "history/2025-08-15/estimated_models.json, 282",
    "history/2025-08-15/lmarena_models.json, 217",
    "history/2025-08-15/openlm_arena_models.json, 214"
  })
  void readsOlderFiles(String file, int count) throws IOException {
    List<ModelJson> models = TrackerFiles.models(file);
    assertEquals(count, models.size());
    assertTrue(models.stream().allMatch(m -> requireNonNull(m.lastUpdated()).endsWith("Z")), file);
    models.forEach(model -> SourceRowJson.toSourceRow(model, "old", 1));
  }

  private static String whole(@Nullable Double value) {
    return value == null ? "" : DecimalText.whole(value);
  }

  private static String orBlank(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String benchmarks(TrackerResult result) {
    return result.merged().row().scores().stream()
        .map(score -> score.benchmark() + "=" + DecimalText.shortest(score.value()))
        .collect(Collectors.joining(";"));
  }
}
