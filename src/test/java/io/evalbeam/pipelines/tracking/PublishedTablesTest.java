package io.evalbeam.pipelines.tracking;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.Publication;
import io.evalbeam.io.table.AvroTables;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.schemas.tracking.EntityLink;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ImputationValidation;
import io.evalbeam.schemas.tracking.Observation;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.OutputTree;
import io.evalbeam.testing.SampleSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published, as an independent reader and a suspicious user find it. */
class PublishedTablesTest {
  private static final String SECRET = "s3cr3t";
  private static final Map<String, Table<?>> TABLES =
      Stream.of(
              TrackedModel.class,
              FlopEstimate.class,
              EntityLink.class,
              ImputationValidation.class,
              Observation.class,
              Issue.class)
          .<Table<?>>map(Table::of)
          .collect(Collectors.toMap(Table::name, table -> table));

  @TempDir static Path folder;
  private static final List<Manifest> MANIFESTS = new ArrayList<>();
  private static final List<JsonNode> RECEIPTS = new ArrayList<>();

  @BeforeAll
  static void run() throws IOException {
    Path sources = SampleSources.copyTo(folder.resolve("data"));
    Files.writeString(
        sources,
        Files.readString(sources)
            + """

              - name: walled
                format: csv
                location: http://user:%1$s@127.0.0.1:1/list.csv?token=%1$s
                columns: {model: Model}
            """
                .formatted(SECRET));
    Path output = folder.resolve("out");
    command(
        "collect-models",
        "--sources=" + sources,
        "--output=" + output,
        "--httpRetries=0",
        "--tempLocation=s3://user:" + SECRET + "@bucket/x?token=" + SECRET);
    command("estimate-flops", "--output=" + output);
  }

  private static void command(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--asOf=2026-01-01");
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    // One source is a page that nobody serves.
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode(), run.errors());
    assertFalse((run.output() + run.errors()).contains(SECRET), run.errors());
    Path output = folder.resolve("out");
    MANIFESTS.add(Publication.read(output.toString(), arguments[0]).orElseThrow());
    RECEIPTS.add(new ObjectMapper().readTree(output.resolve("receipt.json").toFile()));
  }

  @Test
  void everyTableIsReadableAsItsManifestSays() {
    Set<String> seen = new TreeSet<>();
    for (Manifest manifest : MANIFESTS) {
      for (Manifest.Output file : manifest.files()) {
        if (file.path().endsWith(".parquet")) {
          seen.add(file.table());
          Table<?> table = requireNonNull(TABLES.get(file.table()), file.table());
          Path path = folder.resolve("out").resolve(file.path());
          List<String> columns =
              DuckDb.rows("describe select * from " + DuckDb.table(path)).stream()
                  .map(row -> String.valueOf(row.get("column_name")))
                  .toList();
          assertEquals(
              AvroTables.schema(table).getFields().stream().map(Schema.Field::name).toList(),
              columns,
              file.path());
          assertEquals(
              Long.toString(file.rows()),
              DuckDb.rows("select count(*) as n from " + DuckDb.table(path)).get(0).get("n"),
              file.path());
        }
      }
    }
    assertEquals(TABLES.keySet(), seen);
  }

  @Test
  void schemasCarryTheDescriptionOfEveryColumn() {
    for (Manifest manifest : MANIFESTS) {
      for (Manifest.Output file : manifest.files()) {
        if (file.path().endsWith(".parquet")) {
          Path path = folder.resolve("out").resolve(file.path());
          Schema schema =
              new Schema.Parser()
                  .parse(
                      String.valueOf(
                          DuckDb.rows(
                                  "select decode(value) as value from parquet_kv_metadata('"
                                      + path
                                      + "') where decode(key) = 'parquet.avro.schema'")
                              .get(0)
                              .get("value")));
          assertFalse(schema.getProp("evalbeam.description").isEmpty());
          assertFalse(schema.getProp("evalbeam.key").isEmpty());
          for (Schema.Field field : schema.getFields()) {
            assertTrue(field.doc() != null && !field.doc().isBlank(), file.path() + field.name());
          }
        }
      }
    }
  }

  @Test
  void nestedListsCanBeAsked() {
    Path models = folder.resolve("out/estimated/models.parquet");
    List<Map<String, String>> scores = new ArrayList<>();
    DuckDb.rows(
            "select m.name as name, s.benchmark as benchmark, s.value as value from "
                + DuckDb.table(models)
                + " m, unnest(m.scores) as t(s) where s.benchmark = 'roost_elo' order by all")
        .forEach(row -> scores.add(Map.of("name", String.valueOf(row.get("name")))));
    assertFalse(scores.isEmpty());
    assertEquals(
        "0",
        DuckDb.rows(
                "select count(*) as n from "
                    + DuckDb.table(models)
                    + " where len(raw_names) = 0 or len(sources) = 0")
            .get(0)
            .get("n"));
  }

  @Test
  void keysAreUnique() {
    for (Manifest manifest : MANIFESTS) {
      for (Manifest.Output file : manifest.files()) {
        if (file.path().endsWith(".parquet")) {
          Table<?> table = requireNonNull(TABLES.get(file.table()), file.table());
          Path path = folder.resolve("out").resolve(file.path());
          String key = String.join(", ", table.key());
          assertEquals(
              List.of(),
              DuckDb.rows(
                  "select %s from %s group by all having count(*) > 1"
                      .formatted(key, DuckDb.table(path))),
              file.path());
        }
      }
    }
  }

  @Test
  void receiptsNameInputsAndOutputsWithTrueHashes() throws IOException {
    for (JsonNode receipt : RECEIPTS) {
      JsonNode stage = receipt.path("stages").path(0);
      assertFalse(stage.path("inputs").isEmpty());
      for (JsonNode input : stage.path("inputs")) {
        String name = input.path("name").asText();
        Path file = folder.resolve("data").resolve(name);
        Path read = Files.exists(file) ? file : folder.resolve("out/scraped").resolve(name);
        assertEquals(hash(read), input.path("sha256").asText(), name);
        assertEquals(Files.size(read), input.path("bytes").asLong(), name);
      }
      for (JsonNode output : stage.path("files")) {
        Path file = folder.resolve("out").resolve(output.path("path").asText());
        assertEquals(hash(file), output.path("sha256").asText(), file.toString());
        assertEquals(Files.size(file), output.path("bytes").asLong(), file.toString());
      }
    }
    Set<String> named = new TreeSet<>();
    RECEIPTS.forEach(
        receipt ->
            receipt
                .path("stages")
                .path(0)
                .path("files")
                .forEach(file -> named.add(file.path("path").asText())));
    assertEquals(OutputTree.published(folder.resolve("out")).keySet(), named);
  }

  @Test
  void secretsAreWrittenNowhere() throws IOException {
    for (Path file : OutputTree.files(folder.resolve("out"))) {
      assertFalse(
          new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
              .contains(SECRET),
          file.toString());
    }
  }

  private static String hash(Path file) throws IOException {
    return Hashes.ofBytes(Files.readAllBytes(file));
  }
}
