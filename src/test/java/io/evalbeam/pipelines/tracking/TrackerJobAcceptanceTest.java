package io.evalbeam.pipelines.tracking;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.RunnerTest;
import io.evalbeam.testing.SharedData;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tracker policy gives, model by model, what the original tracker gave. */
@RunnerTest
class TrackerJobAcceptanceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MODELS = 282;

  /** The original's name of each raw file. */
  private static final Map<String, String> RAW =
      Map.of(
          "lmarena", "lmarena_text.csv",
          "olympic_arena", "OlympicArena.html",
          "openlm_arena", "openlm_chatbot_arena.html",
          "physics_iq", "PhysicsIQ.html",
          "superclue", "SuperCLUE.html",
          "video_arena", "VideoArena.html");

  @TempDir Path output;

  private static Path data(String path) {
    return SharedData.path("data/model-tracker").resolve(path);
  }

  @Test
  void scrapedFilesGiveTheOriginalEstimates() throws IOException {
    estimate("--scraped=" + data("scraped"));
    assertSameModels("expected/s4");
    assertFullPrecision();
  }

  @Test
  void rawPagesGiveTheOriginalEstimates() throws IOException {
    done(
        "collect-models",
        "--policy=tracker",
        "--sources=" + sources(),
        "--output=" + output,
        "--asOf=2026-01-01");
    estimate();
    assertSameModels("expected/s6");
    assertFullPrecision();
  }

  private void estimate(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "estimate-flops",
                "--policy=tracker",
                "--trackerConfig=" + data("configs"),
                "--output=" + output,
                "--asOf=2026-01-01"));
    arguments.addAll(List.of(more));
    done(arguments.toArray(String[]::new));
  }

  private static void done(String... arguments) {
    CommandRun run = CommandRun.job(arguments);
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
  }

  private void assertSameModels(String folder) throws IOException {
    Map<String, JsonNode> expected = models(data(folder + "/estimated_models.json"));
    Map<String, JsonNode> actual = models(output.resolve("estimated/estimated_models.json"));
    assertEquals(MODELS, expected.size());
    assertEquals(expected.keySet(), actual.keySet());
    List<String> differences = new ArrayList<>();
    expected.forEach(
        (name, model) -> {
          JsonNode ours = requireNonNull(actual.get(name));
          assertEquals(fields(model), fields(ours), name);
          for (String field : fields(model)) {
            if (!model.get(field).equals(NUMERICALLY, ours.get(field))) {
              differences.add(name + "." + field + ": " + model.get(field) + " " + ours.get(field));
            }
          }
        });
    assertEquals(List.of(), differences);
    Map<String, Map<String, String>> canonical = table(data(folder + "/estimated_canonical.tsv"));
    assertEquals(canonical.keySet(), actual.keySet());
    canonical.forEach(
        (name, row) -> assertEquals(row, canonical(requireNonNull(actual.get(name))), name));
  }

  private static final Comparator<JsonNode> NUMERICALLY =
      (a, b) -> {
        if (a.isNumber() && b.isNumber()) {
          return Double.compare(a.asDouble(), b.asDouble());
        }
        return a.equals(b) ? 0 : 1;
      };

  private static List<String> fields(JsonNode model) {
    List<String> fields = new ArrayList<>();
    model.fieldNames().forEachRemaining(fields::add);
    fields.remove("last_updated");
    return fields;
  }

  private static Map<String, JsonNode> models(Path file) throws IOException {
    Map<String, JsonNode> models = new TreeMap<>();
    for (JsonNode model : JSON.readTree(file.toFile()).path("models")) {
      models.put(model.path("name").asText(), model);
    }
    return models;
  }

  /** A model as the original's canonical table spells it. */
  private static Map<String, String> canonical(JsonNode model) {
    List<String> alternatives = new ArrayList<>();
    for (JsonNode alternative : model.path("alternative_estimates")) {
      alternatives.add(
          String.join(
              ":",
              alternative.path("method").asText(),
              alternative.path("flop").asText(),
              alternative.path("confidence").asText()));
    }
    List<String> benchmarks = new ArrayList<>();
    model
        .path("benchmarks")
        .fields()
        .forEachRemaining(
            score -> benchmarks.add(score.getKey() + "=" + score.getValue().asDouble()));
    List<String> sources = new ArrayList<>();
    model.path("sources").forEach(source -> sources.add(source.asText()));
    Map<String, String> row = new HashMap<>();
    row.put("name", model.path("name").asText());
    row.put("developer", model.path("developer").asText());
    row.put("parameters", text(model.get("parameters")));
    row.put("parameter_source", text(model.get("parameter_source")));
    row.put("training_flop", text(model.get("training_flop")));
    row.put("confidence", text(model.get("training_flop_confidence")));
    row.put("method", text(model.get("estimation_method")));
    row.put("classification", text(model.get("threshold_classification")));
    row.put("alternatives", String.join(" | ", alternatives));
    row.put("benchmarks", String.join(";", benchmarks));
    row.put("sources", String.join(" | ", sources));
    row.put("reasoning", text(model.get("reasoning")));
    return row;
  }

  private static String text(@Nullable JsonNode value) {
    return value == null || value.isNull() ? "" : value.asText();
  }

  /** Chosen estimates and alternatives of the models table, to the last digit. */
  private void assertFullPrecision() throws IOException {
    Map<String, Map<String, String>> golden = table(data("golden/estimates_full_precision.tsv"));
    List<Map<String, @Nullable String>> rows =
        DuckDb.rows(
            "select name, training_flop, list_transform(alternatives, a -> a.flop) as others from "
                + DuckDb.table(output.resolve("estimated/models.parquet")));
    assertEquals(MODELS, rows.size());
    for (Map<String, @Nullable String> row : rows) {
      String name = requireNonNull(row.get("name"));
      Map<String, String> expected = requireNonNull(golden.get(name), name);
      String flop = row.get("training_flop");
      assertClose(expected.get("training_flop"), flop == null ? "" : flop, name);
      String others = requireNonNull(row.get("others")).replaceAll("[\\[\\] ]", "");
      List<String> actual = others.isEmpty() ? List.of() : List.of(others.split(",", -1));
      List<String> alternatives =
          Stream.of(requireNonNull(expected.get("alternatives")).split("\\|", -1))
              .filter(text -> !text.isEmpty())
              .map(text -> text.split(":", -1)[1])
              .toList();
      assertEquals(alternatives.size(), actual.size(), name);
      for (int i = 0; i < actual.size(); i++) {
        assertClose(alternatives.get(i), actual.get(i), name);
      }
    }
  }

  private static void assertClose(@Nullable String expected, String actual, String name) {
    requireNonNull(expected);
    assertEquals(expected.isEmpty(), actual.isEmpty(), name);
    if (!expected.isEmpty()) {
      double value = Double.parseDouble(expected);
      assertEquals(value, Double.parseDouble(actual), 1e-12 * value, name);
    }
  }

  private static Map<String, Map<String, String>> table(Path file) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter('\t')
            .setHeader()
            .setSkipHeaderRecord(true)
            .build();
    Map<String, Map<String, String>> rows = new TreeMap<>();
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(reader, format)) {
      for (CSVRecord csvRow : parser) {
        rows.put(csvRow.get("name"), csvRow.toMap());
      }
    }
    assertTrue(rows.size() == MODELS, file.toString());
    return rows;
  }

  /** The original's descriptions of its sources as a sources file; JSON is YAML. */
  private Path sources() throws IOException {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode sources = root.putArray("sources");
    for (Map.Entry<String, String> raw : new TreeMap<>(RAW).entrySet()) {
      JsonNode original =
          JSON.readTree(data("configs/scrapers/" + raw.getKey() + ".json").toFile());
      JsonNode parser = original.path("parser");
      JsonNode columns =
          parser.has("column_detection") ? parser.path("column_detection") : parser.path("columns");
      boolean csv = raw.getValue().endsWith(".csv");
      ObjectNode source = sources.addObject();
      source.put("name", raw.getKey());
      source.put("format", csv ? "csv" : "html_table");
      source.put("reading", "tracker");
      source.put("location", data("raw/" + raw.getValue()).toString());
      source.put("url", original.path("metadata").path("source_url").asText());
      source.put("description", original.path("metadata").path("description").asText());
      ObjectNode mapped = source.putObject("columns");
      mapped.set("model", columns.path("model"));
      if (csv) {
        // The original detects the developers of web tables by name.
        mapped.set("developer", columns.path("developer"));
      }
      ObjectNode benchmarks = source.putObject("benchmarks");
      parser
          .path("benchmarks")
          .fields()
          .forEachRemaining(
              benchmark ->
                  benchmarks
                      .putObject(benchmark.getKey())
                      .set("column", columns.path(benchmark.getValue().asText())));
    }
    Path file = output.resolve("sources.yaml");
    JSON.writeValue(file.toFile(), root);
    return file;
  }
}
