package io.evalbeam.pipelines.evaluation.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.io.table.TableFileWriter;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not be published is not, and the output stays as it was. */
class AggregateChecksTest {
  private static final HelmRunFixture GULL = HelmRunFixture.of("acme/gull");
  private static final HelmRunFixture TERN = HelmRunFixture.of("acme/tern").subject("winds");

  @TempDir static Path original;

  @TempDir Path folder;
  private CoastStatistics coast = new CoastStatistics(Path.of(""));
  private SortedMap<String, String> before = new TreeMap<>();

  @BeforeAll
  static void aggregateOnce() throws IOException {
    new CoastStatistics(original).with(GULL, TERN).ingest().aggregate();
  }

  @BeforeEach
  void copy() throws IOException {
    coast = new CoastStatistics(original).copyTo(folder);
    before = decided();
  }

  /** Everything but files that a refused run staged: the next one discards them. */
  private SortedMap<String, String> decided() {
    SortedMap<String, String> files = OutputTree.contents(coast.statistics());
    files.keySet().removeIf(path -> path.startsWith("_evalbeam/staging/"));
    return files;
  }

  private void assertRefused(ExitCode exitCode, String message, CommandRun run) {
    assertEquals(exitCode, run.exitCode(), run.errors());
    assertTrue(run.errors().contains(message), run.errors());
    assertFalse(run.errors().contains("\tat "), run.errors());
    assertEquals(before, decided());
  }

  @Test
  void shrinkingNeedsPermission() throws IOException {
    coast.remove(TERN);
    coast.ingest();
    assertRefused(
        ExitCode.FAILED,
        "models of coast from 2 to 1; tasks of coast from 2 to 1; cells of coast from",
        coast.attempt());
    assertRefused(
        ExitCode.FAILED,
        "--allowShrink publishes all the same",
        coast.attempt("--forceRegenerate"));
    coast.aggregate("--allowShrink");
    assertEquals(1, coast.rows("leaderboard", "model_name", "").size());
  }

  @Test
  void fewerInstancesAreAShrinkToo() throws IOException {
    coast.with(HelmRunFixture.of("acme/gull").instances(3)).ingest();
    assertRefused(
        ExitCode.FAILED, "would shrink: instances of coast from 8 to 7.", coast.attempt());
  }

  @Test
  void nothingIsNotPublished() throws IOException {
    coast.remove(GULL);
    coast.remove(TERN);
    coast.with(HelmRunFixture.of("acme/auk").instances(0)).ingest("--maxIssueRatio=1");
    assertRefused(ExitCode.FAILED, "would be empty", coast.attempt("--allowShrink"));
  }

  @Test
  void aSplitThatNobodyHas() {
    assertRefused(
        ExitCode.FAILED, "no task of helm has scores of split tset", coast.attempt("--split=tset"));
  }

  @Test
  void aSourceThatWasNeverIngested() {
    assertRefused(
        ExitCode.WRONG_USAGE, "no shards of source inspect", coast.attempt("--source=inspect"));
  }

  @Test
  void anIngestionThatWasInterrupted() throws IOException {
    Files.writeString(
        coast.shards().resolve("_evalbeam/ingest-evals.helm_coast.journal.json"), "{}");
    assertRefused(ExitCode.FAILED, "run it again to complete it", coast.attempt());
  }

  @Test
  void aRegisterInWhichTwoCopiesOfARunCount() throws IOException {
    Table<RunEntry> table = Table.of(RunEntry.class);
    String register = "runs/helm_coast/runs.parquet";
    RunEntry entry;
    try (TableFileReader<RunEntry> reader =
        new TableFileReader<>(table, coast.shards().resolve(register).toString())) {
      entry = Objects.requireNonNull(reader.read());
    }
    Files.delete(coast.shards().resolve(register));
    try (TableFileWriter<RunEntry> writer =
        new TableFileWriter<>(table, folder.toString(), "copies.parquet")) {
      for (RunEntry row : List.of(entry, entry)) {
        writer.write(row);
      }
      Files.move(Path.of(writer.finish().staged()), coast.shards().resolve(register));
    }
    assertRefused(ExitCode.FAILED, "two copies of run coast:", coast.attempt());
  }

  @Test
  void aCopyOfAPartDoesNotCount() throws IOException {
    for (String table : List.of("stats", "detail")) {
      Path part = coast.shards().resolve(table).resolve("helm_coast_part_001.parquet");
      Files.copy(part, part.resolveSibling("helm_coast_part_002.parquet"));
    }
    coast.aggregate("--forceRegenerate");
    assertEquals(before, decided());
  }

  @Test
  void ofTwoSuitesOfARunTheLaterCounts() throws IOException {
    HelmRunFixture.of("acme/gull").instances(11).write(coast.suite("v1.1.0"));
    coast.ingest().aggregate();
    assertEquals(
        List.of("10"),
        coast.rows("leaderboard", "n", "where model_name = 'acme/gull'").stream()
            .map(row -> row.get("n"))
            .toList());
    assertEquals(coast.fromScratch(), coast.published());
  }

  @Test
  void theSameRunAtTwoPlacesCountsOnce() throws IOException {
    GULL.write(coast.suite("v1.1.0"));
    coast.ingest().aggregate();
    assertEquals(
        List.of("3"),
        coast.rows("leaderboard", "n", "where model_name = 'acme/gull'").stream()
            .map(row -> row.get("n"))
            .toList());
  }
}
