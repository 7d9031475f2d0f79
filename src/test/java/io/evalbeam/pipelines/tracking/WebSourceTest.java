package io.evalbeam.pipelines.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.http.TestServer;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.IssueRows;
import io.evalbeam.testing.OutputTree;
import io.evalbeam.testing.PrintedTable;
import io.evalbeam.testing.RunnerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages from a web server to tables, fetched, replayed and failing. */
@RunnerTest
class WebSourceTest {
  private static final String PAGE =
      "<table><tr><th>Model<th>Score<tr><td>Smew 7B<td>61.5<tr><td>Teal 70B<td>80</table>";

  @TempDir Path folder;
  private final TestServer server;
  private Path sources = Path.of("");
  private Path output = Path.of("");

  WebSourceTest() throws IOException {
    server = new TestServer();
  }

  @BeforeEach
  void describe() throws IOException {
    output = folder.resolve("out");
    sources =
        Files.writeString(
            folder.resolve("sources.yaml"),
            """
            sources:
              - name: board
                format: html_table
                location: %s
                columns: {model: Model}
                benchmarks: {score: {column: Score, unit: percent}}
              - name: local
                format: csv
                location: local.csv
                columns: {model: Model}
            """
                .formatted(server.url("/board")));
    Files.writeString(folder.resolve("local.csv"), "Model\nWhimbrel 5B\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private CommandRun collect(Path into, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("collect-models", "--sources=" + sources, "--output=" + into));
    arguments.addAll(Arrays.asList(more));
    return CommandRun.job(arguments.toArray(String[]::new));
  }

  @Test
  void aPageIsFetchedAndReplayed() {
    server.then(200, PAGE).then(500, "gone");
    CommandRun fetched = collect(output, "--asOf=2026-01-01");
    assertEquals(ExitCode.DONE, fetched.exitCode(), fetched.errors());
    assertEquals(2, PrintedTable.of(fetched.output()).number("board", "kept"));
    assertEquals(
        "evalbeam/", server.requests().get(0).getOrDefault("User-Agent", "").substring(0, 9));
    SortedMap<String, String> published = OutputTree.published(output);
    CommandRun replayed = collect(output, "--asOf=2026-01-01", "--offline");
    assertEquals(ExitCode.DONE, replayed.exitCode(), replayed.errors());
    assertEquals(published, OutputTree.published(output));
    CommandRun later = collect(output, "--asOf=2026-02-01", "--offline");
    assertEquals(ExitCode.DONE, later.exitCode(), later.errors());
    assertEquals(2, PrintedTable.of(later.output()).number("board", "kept"));
    assertEquals(1, server.requests().size());
  }

  @Test
  void aFailingServerCostsItsOwnSource() {
    server.then(503, "busy");
    CommandRun run = collect(output, "--asOf=2026-01-01", "--httpRetries=0");
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode(), run.errors());
    PrintedTable table = PrintedTable.of(run.output());
    assertEquals(0, table.number("board", "rows"));
    assertEquals(1, table.number("local", "kept"));
    assertEquals(
        List.of("board SOURCE_UNAVAILABLE rejected"), IssueRows.of(output, "collect-models"));
    assertTrue(run.errors().contains("1 source could not be read to the end"), run.errors());
  }

  @Test
  void withoutSnapshotThereIsNothingToReplay() {
    CommandRun run = collect(output, "--asOf=2026-01-01", "--offline");
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode(), run.errors());
    assertEquals(List.of(), server.requests());
  }

  @Test
  void anUnchangedPageIsAskedForOnlyAndANewOneRead() {
    server.then(200, PAGE, "ETag", "\"1\"").then(304, "").then(200, PAGE.replace("Teal", "Scoter"));
    assertEquals(ExitCode.DONE, collect(output, "--asOf=2026-01-01").exitCode());
    assertEquals(ExitCode.DONE, collect(output, "--asOf=2026-01-02").exitCode());
    assertEquals("\"1\"", server.requests().get(1).get("If-None-Match"));
    assertEquals(ExitCode.DONE, collect(output, "--asOf=2026-01-03").exitCode());
    assertEquals(3, server.requests().size());
    assertEquals(
        2, OutputTree.files(output.resolve("raw/sha256")).size(), "each distinct body is kept");
  }

  @Test
  void aPageBeyondTheLimitIsRefused() {
    server.then(200, PAGE);
    CommandRun run = collect(output, "--asOf=2026-01-01", "--maxDownloadBytes=20");
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode(), run.errors());
    assertEquals(
        List.of("board SOURCE_UNAVAILABLE rejected"), IssueRows.of(output, "collect-models"));
  }
}
