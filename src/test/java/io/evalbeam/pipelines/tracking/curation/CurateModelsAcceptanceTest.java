package io.evalbeam.pipelines.tracking.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.csv.CsvFiles;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.Publication;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.OutputTree;
import io.evalbeam.testing.RunnerTest;
import io.evalbeam.testing.SharedData;
import io.evalbeam.transforms.curate.CuratedColumns;
import io.evalbeam.transforms.curate.CuratedRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from collected models to tables that people really edited. */
@RunnerTest
class CurateModelsAcceptanceTest {
  private static final String DATA = "data/model-tracker/";
  private static final List<String> TABLES = List.of("above_1e25_flop.csv", "below_1e25_flop.csv");

  @TempDir Path output;

  private CommandRun run(String command, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of(command, "--output=" + output, "--asOf=2026-02-03"));
    arguments.addAll(List.of(more));
    CommandRun run = CommandRun.job(arguments.toArray(String[]::new));
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    return run;
  }

  private void estimate(String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--scraped=" + SharedData.path(DATA + "scraped"));
    run("estimate-flops", arguments.toArray(String[]::new));
  }

  private void estimateByTracker() {
    estimate("--policy=tracker", "--trackerConfig=" + SharedData.path(DATA + "configs"));
  }

  private void takeTables(String from) throws IOException {
    Files.createDirectories(output.resolve("curated"));
    for (String table : TABLES) {
      Files.copy(SharedData.path(DATA + from + table), output.resolve("curated/" + table));
    }
  }

  private static List<CuratedRow> rows(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      CsvTable table = CsvFiles.read(in, file.toString());
      return CuratedRow.of(table);
    }
  }

  private List<Map<String, String>> verified(Path folder) throws IOException {
    List<Map<String, String>> verified = new ArrayList<>();
    for (String table : TABLES) {
      rows(folder.resolve(table)).stream()
          .filter(CuratedRow::verified)
          .map(CuratedRow::cells)
          .forEach(verified::add);
    }
    return verified;
  }

  @Test
  void theTrackerPolicyWritesTheTablesOfTheOriginal() throws IOException {
    estimateByTracker();
    run("curate-models", "--policy=tracker");
    for (String table : TABLES) {
      List<CuratedRow> expected = rows(SharedData.path(DATA + "expected/s4/" + table));
      List<CuratedRow> actual = rows(output.resolve("curated/" + table));
      assertEquals(
          expected.stream().map(row -> row.with(CuratedColumns.LAST_UPDATED, "")).toList(),
          actual.stream().map(row -> row.with(CuratedColumns.LAST_UPDATED, "")).toList());
    }
  }

  @Test
  void theTrackerPolicyRefreshesTablesOfPeople() throws IOException {
    estimateByTracker();
    takeTables("curated/");
    CommandRun first = run("curate-models", "--policy=tracker");
    assertTrue(first.output().contains("duplicates"), first.output());
    assertEquals(10, verified(output.resolve("curated")).size());
    Map<String, String> tables = OutputTree.contents(output.resolve("curated"));
    Files.writeString(output.resolve("curated/decisions.jsonl"), "\n");
    run("curate-models", "--policy=tracker");
    Map<String, String> again = OutputTree.contents(output.resolve("curated"));
    again.remove("decisions.jsonl");
    assertEquals(tables, again);
  }

  @Test
  void theDefaultPolicyKeepsEveryVerifiedCellAndCoversEveryModel() throws IOException {
    estimate();
    takeTables("curated/");
    run("curate-models");
    assertEquals(
        10,
        verified(output.resolve("curated")).stream()
            .filter(row -> !row.containsKey(CuratedColumns.STALE_SINCE))
            .count());
    List<Map<String, String>> before = verified(SharedData.path(DATA + "curated"));
    assertTrue(verified(output.resolve("curated")).containsAll(before));
    Manifest manifest = Publication.read(output.toString(), "curate-models").orElseThrow();
    assertEquals(manifest.count("models", "all"), manifest.count("models", "covered"));
    assertEquals(manifest.count("models", "all"), manifest.total("models_by_class"));
    assertEquals(
        manifest.count("table_rows", "above") + manifest.count("table_rows", "below"),
        manifest.total("curated_rows"));
    assertEquals(2, manifest.files().stream().filter(f -> f.path().contains("history")).count());
  }
}
