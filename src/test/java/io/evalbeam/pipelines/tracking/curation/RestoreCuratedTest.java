package io.evalbeam.pipelines.tracking.curation;

import static io.evalbeam.testing.Estimates.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.schemas.tracking.CuratedModel;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.Estimates;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreCuratedTest {
  @TempDir Path output;

  /** A state with a note typed by hand, then a refresh that changes the tables. */
  @BeforeEach
  void refreshTwice() throws IOException {
    Estimates.publish(output, List.of(model("tern", "Aviary", 2e25), model("auk", "Aviary", 1e20)));
    curate();
    Path above = output.resolve("curated/above_1e25_flop.csv");
    Files.writeString(above, Files.readString(above).replace("allowed,", "allowed,checked"));
    Estimates.publish(
        output, List.of(model("tern", "Aviary", 3e25), model("heron", "Aviary", 9e25)));
    curate();
  }

  private void curate() {
    CommandRun run = CommandRun.of("curate-models", "--output=" + output, "--asOf=2026-02-03");
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
  }

  private CommandRun restore(String id) {
    return CommandRun.of("restore-curated", "--output=" + output, "--snapshot=" + id);
  }

  private List<String> snapshots() throws IOException {
    try (Stream<Path> folders = Files.list(output.resolve("curated/history"))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  private Map<String, String> tables() throws IOException {
    Map<String, String> files = OutputTree.contents(output.resolve("curated"));
    files.keySet().removeIf(path -> !path.endsWith("_flop.csv") || path.contains("history"));
    return files;
  }

  private long parquetRows() throws IOException {
    long rows = 0;
    try (TableFileReader<CuratedModel> reader =
        new TableFileReader<>(
            Table.of(CuratedModel.class),
            output.resolve("curated/curated_models.parquet").toString())) {
      while (reader.read() != null) {
        rows++;
      }
    }
    return rows;
  }

  @Test
  void listsTheSnapshots() throws IOException {
    CommandRun run = CommandRun.of("restore-curated", "--output=" + output);
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertEquals(1, snapshots().size());
    String id = snapshots().get(0);
    assertEquals(2, run.output().lines().filter(line -> line.startsWith(id)).count());
  }

  @Test
  void bringsBothFilesBackAndCanBeUndone() throws IOException {
    Map<String, String> refreshed = tables();
    String id = snapshots().get(0);
    CommandRun run = restore(id);
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertEquals(OutputTree.contents(output.resolve("curated/history/" + id)), tables());
    assertTrue(tables().getOrDefault("above_1e25_flop.csv", "").contains("checked"));
    assertEquals(2, parquetRows());

    assertTrue(restore(id).errors().contains("in this state already"));

    String other = snapshots().stream().filter(s -> !s.equals(id)).findFirst().orElseThrow();
    assertEquals(ExitCode.DONE, restore(other).exitCode());
    assertEquals(refreshed, tables());
    assertEquals(2, snapshots().size());
  }

  @Test
  void theNextRefreshWorksOnTheRestoredTables() throws IOException {
    Map<String, String> refreshed = tables();
    restore(snapshots().get(0));
    curate();
    assertEquals(refreshed, tables());
  }

  @Test
  void aSnapshotWithOneFileRestoresThatState() throws IOException {
    String id = snapshots().get(0);
    Files.delete(output.resolve("curated/history/" + id + "/below_1e25_flop.csv"));
    restore(id);
    assertEquals(List.of("above_1e25_flop.csv"), List.copyOf(tables().keySet()));
  }

  @Test
  void refusesUnknownSnapshots() throws IOException {
    Map<String, String> before = OutputTree.contents(output);
    CommandRun run = restore("../../elsewhere");
    assertEquals(ExitCode.WRONG_USAGE, run.exitCode());
    assertTrue(run.errors().contains("no such snapshot"));
    assertEquals(before, OutputTree.contents(output));
  }

  @Test
  void aRestoreKilledAmongItsMovesIsCompletedByTheNextRun() throws IOException {
    String id = snapshots().get(0);
    Map<String, String> wanted = OutputTree.contents(output.resolve("curated/history/" + id));
    // A folder that is not empty in the place of a file stops the moves half way.
    Path parquet = output.resolve("curated/curated_models.parquet");
    Files.delete(parquet);
    Files.createDirectories(parquet.resolve("obstacle"));
    assertEquals(ExitCode.FAILED, restore(id).exitCode());
    assertTrue(Files.exists(output.resolve("_evalbeam/curate-models.journal.json")));

    Files.delete(parquet.resolve("obstacle"));
    Files.delete(parquet);
    CommandRun next = restore(id);
    assertTrue(next.errors().contains("in this state already"), next.errors());
    assertEquals(wanted, tables());
    assertEquals(2, parquetRows());
    assertFalse(Files.exists(output.resolve("_evalbeam/curate-models.journal.json")));
  }

  @Test
  void saysSoWhenThereIsNoHistory() {
    CommandRun run = CommandRun.of("restore-curated", "--output=" + output.resolve("none"));
    assertEquals(ExitCode.DONE, run.exitCode());
    assertTrue(run.output().contains("There is no earlier state"));
  }
}
