package io.evalbeam.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of the matrix finds every kind of difference. */
class TreeComparisonTest {
  private static final TreeComparison BYTES = new TreeComparison(List.of());
  private static final TreeComparison ROWS =
      new TreeComparison(RowTable.ofEvaluations(new Cell(Runner.DIRECT, 1, Arrival.SHUFFLED, 2)));
  private static final String DETAIL = "detail/helm_coast_part_001.parquet";

  @TempDir static Path original;

  @TempDir Path copy;

  @BeforeAll
  static void publish() throws IOException {
    HelmRunFixture.of("acme/gull").write(original.resolve("runs/00/v1"));
    Path stray = Files.createDirectories(original.resolve("runs/00/v1/stray"));
    Files.writeString(stray.resolve("scenario_state.json"), "{");
    CommandRun run =
        CommandRun.of(
            "ingest-evals",
            "--benchmark=coast",
            "--asOf=2026-01-01",
            "--maxIssueRatio=1",
            "--input=" + original.resolve("runs"),
            "--output=" + original.resolve("out"));
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
  }

  @BeforeEach
  void copyOutput() throws IOException {
    Path output = original.resolve("out");
    for (Path file : OutputTree.files(output)) {
      Path target = copy.resolve(output.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String difference(TreeComparison comparison) throws IOException {
    return comparison.firstDifference(original.resolve("out"), copy).orElse("none");
  }

  private void rewrite(String file, String query) {
    Path written = copy.resolve("rewritten");
    String table = DuckDb.table(copy.resolve(file));
    DuckDb.write(query.replace("{table}", table), written);
    assertTrue(written.toFile().renameTo(copy.resolve(file).toFile()));
  }

  @Test
  void aCopyIsEqual() throws IOException {
    assertEquals("none", difference(BYTES));
    assertEquals("none", difference(ROWS));
  }

  @Test
  void oneBitIsADifference() throws IOException {
    byte[] bytes = Files.readAllBytes(copy.resolve(DETAIL));
    bytes[100] ^= 1;
    Files.write(copy.resolve(DETAIL), bytes);
    assertEquals(DETAIL + " differs from byte 100", difference(BYTES));
  }

  @Test
  void aLostFileAndAStrayOneAreDifferences() throws IOException {
    Files.delete(copy.resolve(DETAIL));
    assertEquals(DETAIL + " is in a manifest and not there", difference(BYTES));
    copyOutput();
    Files.writeString(copy.resolve("detail/stray.csv"), "");
    assertEquals("detail/stray.csv is in no manifest", difference(ROWS));
  }

  @Test
  void aFileThatTheOtherDoesNotPublishIsADifference() throws IOException {
    Path manifest = copy.resolve("_evalbeam/ingest-evals.helm_coast.json");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replace(DETAIL, "detail/more.parquet"));
    Files.move(copy.resolve(DETAIL), copy.resolve("detail/more.parquet"));
    assertEquals(DETAIL + " is missing", difference(BYTES));
    Optional<String> reverse = BYTES.firstDifference(copy, original.resolve("out"));
    assertEquals(Optional.of(DETAIL + " is not expected"), reverse);
  }

  @Test
  void otherBytesOfTheSameRowsAreEqualRows() throws IOException {
    rewrite(DETAIL, "select * from {table} order by instance_key desc");
    assertTrue(difference(BYTES).startsWith(DETAIL + " differs from byte "));
    assertEquals("none", difference(ROWS));
  }

  @Test
  void aChangedRowIsADifference() throws IOException {
    rewrite(DETAIL, "select * replace (score + 1e-15 as score) from {table}");
    assertTrue(difference(ROWS).startsWith("detail/* has the row {"), difference(ROWS));
  }

  @Test
  void aRowTwiceIsADifference() throws IOException {
    rewrite(DETAIL, "select * from {table} union all (select * from {table} limit 1)");
    assertTrue(difference(ROWS).startsWith("detail/* has the row {"), difference(ROWS));
  }

  @Test
  void aLostRowIsADifference() throws IOException {
    rewrite(DETAIL, "select * from {table} limit 3");
    assertTrue(difference(ROWS).startsWith("detail/* lacks the row {"), difference(ROWS));
  }

  @Test
  void tablesWithoutRowsCannotBeCompared() throws IOException {
    RowTable nothing =
        new RowTable("detail/", "select * from read_parquet('{tree}/detail/*') where false");
    assertEquals(
        "detail/* has no rows to compare", difference(new TreeComparison(List.of(nothing))));
  }

  @Test
  void theMatrixNamesJobCellAndFile(@TempDir Path folder) {
    Matrix matrix = new Matrix(folder, TreeComparisonTest::publishAColumn);
    Cell cell = new Cell(Runner.DIRECT, 8, Arrival.SHUFFLED, 1);
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () -> matrix.check(Job.RUNS, cell, TreeComparisonTest::publishAColumn));
    assertEquals(
        "RUNS (direct, parallelism 8, shuffled, 1 step): table.csv differs from byte 20",
        error.getMessage());
  }

  /** A command that is no pure function of its input: it publishes its own options. */
  private static void publishAColumn(List<String> command) throws IOException {
    Path output =
        command.stream()
            .filter(word -> word.startsWith("--output="))
            .map(word -> Path.of(word.substring("--output=".length())))
            .findFirst()
            .orElseThrow();
    Files.createDirectories(output.resolve("_evalbeam"));
    Files.writeString(output.resolve("table.csv"), command.get(command.size() - 1));
    Files.writeString(
        output.resolve("_evalbeam/stage.json"),
        """
        {"stage": "stage", "version": "1", "parts": [], "inputs": [], "counts": [],
         "files": [{"path": "table.csv", "table": "t", "rows": 1, "bytes": 1, "sha256": ""}]}""",
        StandardCharsets.UTF_8);
  }
}
