package io.evalbeam.pipelines.evaluation.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.HelmProject;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.IssueRows;
import io.evalbeam.testing.OutputTree;
import io.evalbeam.testing.ReleaseServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project on a web server to tables: fetched once, brought up to date, and failing. */
class PublishedProjectTest {
  private static final String MONDAY = "2026-03-02";
  private static final String TUESDAY = "2026-03-03";
  private static final String RELEASE = "v1.0.0";
  private static final HelmRunFixture TERN = HelmRunFixture.of("acme/tern-7b");
  private static final HelmRunFixture SMEW = HelmRunFixture.of("acme/smew-1b");

  @TempDir Path output;
  private final ReleaseServer server;
  private final HelmProject project;

  PublishedProjectTest() throws IOException {
    server = new ReleaseServer();
    project = new HelmProject(server, "lite");
  }

  @BeforeEach
  void publish() {
    project.publish(RELEASE, TERN, SMEW);
    newest(RELEASE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void newest(String release) {
    server.putAt(
        "/projects.json", "[{\"id\": \"lite\", \"releases\": [\"" + release + "\", \"v0.9.0\"]}]");
  }

  private CommandRun ingest(String release, String asOf) {
    return CommandRun.of(
        "ingest-evals",
        "--input=" + project.address(),
        "--release=" + release,
        "--benchmark=lite",
        "--projects=" + server.address() + "/projects.json",
        "--httpRetries=0",
        "--maxIssueRatio=0",
        "--asOf=" + asOf,
        "--output=" + output);
  }

  private static void assertDone(CommandRun run) {
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
  }

  /** Hashes of all tables. */
  private SortedMap<String, String> tables() {
    SortedMap<String, String> files = OutputTree.published(output);
    files.keySet().removeIf(path -> path.startsWith("raw/"));
    return files;
  }

  private List<String> rows(String columns, String tables) {
    return DuckDb.rows(
            "select distinct concat_ws(' ', "
                + columns
                + ") as text from "
                + DuckDb.table(output.resolve(tables))
                + " order by text")
        .stream()
        .map(row -> String.valueOf(row.get("text")))
        .toList();
  }

  @Test
  void whatIsHereIsNotSentAgain() {
    assertDone(ingest(RELEASE, MONDAY));
    assertTrue(server.bodyBytes() > 0);
    server.requests();
    SortedMap<String, String> tables = tables();
    assertEquals(List.of("v1.0.0 acme/smew-1b", "v1.0.0 acme/tern-7b"), liveModels());

    assertDone(ingest(RELEASE, MONDAY));
    // What was not there is asked for again; what was, is not.
    assertTrue(
        server.requests().stream().allMatch(path -> path.endsWith("/encryption_data.json")),
        "one moment asks once");
    assertDone(ingest(RELEASE, TUESDAY));
    assertTrue(server.requests().size() > 0, "another moment asks again");
    assertEquals(0, server.bodyBytes());
    assertEquals(tables, tables());
  }

  private List<String> liveModels() {
    return rows("release, model_name", "detail/*.parquet");
  }

  @Test
  void aRunThatChangedIsFetchedAloneIntoANewPart() {
    assertDone(ingest(RELEASE, MONDAY));
    SortedMap<String, String> before = tables();
    server.bodyBytes();
    HelmRunFixture longer = HelmRunFixture.of("acme/smew-1b").instances(6);
    project.publish(RELEASE, TERN, longer);

    CommandRun run = ingest(RELEASE, TUESDAY);

    assertDone(run);
    long changed =
        longer.files().entrySet().stream()
            .filter(file -> !file.getKey().equals("display_requests.json"))
            .mapToLong(file -> file.getValue().toPrettyString().length())
            .sum();
    long sent = server.bodyBytes();
    assertTrue(sent > 0 && sent <= changed, sent + " bytes sent, " + changed + " changed");
    SortedMap<String, String> after = tables();
    assertEquals(
        before.get("detail/helm_lite_part_001.parquet"),
        after.get("detail/helm_lite_part_001.parquet"));
    assertEquals(
        List.of("acme/smew-1b 1 REPLACED 4", "acme/smew-1b 2 LIVE 6", "acme/tern-7b 1 LIVE 4"),
        rows("model_name, part, status, responses", "runs/helm_lite/runs.parquet"));
  }

  @Test
  void latestIsRecordedByItsName() {
    assertDone(ingest("latest", MONDAY));
    assertEquals(List.of(RELEASE), rows("release", "detail/*.parquet"));
    assertEquals(List.of(RELEASE), rows("release", "runs/helm_lite/runs.parquet"));
    SortedMap<String, String> tables = tables();

    CommandRun named = ingest(RELEASE, TUESDAY);
    assertDone(named);
    assertEquals(tables, tables(), "the same release by its name changes nothing");

    project.publish("v1.1.0", TERN, SMEW);
    newest("v1.1.0");
    assertDone(ingest("latest", "2026-03-04"));
    assertEquals(List.of("v1.1.0"), rows("release", "detail/*.parquet"));
  }

  @Test
  void aRunThatCannotBeHadIsAnIssueAndEndsRed() {
    server.faultAt(project.file(SMEW, "scenario_state.json"), 503);

    CommandRun run = ingest(RELEASE, MONDAY);

    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode(), run.errors());
    assertTrue(run.errors().contains("1 of 2 runs were rejected"), run.errors());
    assertEquals(List.of("v1.0.0 acme/tern-7b"), liveModels());
    assertEquals(
        List.of(
            "runs/v1.0.0/coast%3Asubject%3Dtides%2Cmodel%3Dacme_smew-1b/scenario_state.json"
                + " SOURCE_UNAVAILABLE rejected"),
        IssueRows.of(output, "ingest-evals/helm_lite"));
    assertDone(ingest(RELEASE, MONDAY));
    assertEquals(List.of("v1.0.0 acme/smew-1b", "v1.0.0 acme/tern-7b"), liveModels());
  }

  @Test
  void anIndexWithoutRunsLeavesThePublishedOnesAlone() {
    assertDone(ingest(RELEASE, MONDAY));
    SortedMap<String, String> tables = tables();
    Map<String, String> answers =
        Map.of(TUESDAY, "<html>Sign in</html>", "2026-03-04", "{}", "2026-03-05", "{\"coast:\": ");
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      server.putAt(project.index(RELEASE), answer.getValue());
      CommandRun run = ingest(RELEASE, answer.getKey());
      assertEquals(ExitCode.FAILED, run.exitCode(), run.errors());
      assertTrue(run.errors().contains("the index of release v1.0.0 names no runs"), run.errors());
    }
    CommandRun gone = ingest("v7.0.0", TUESDAY);
    assertEquals(ExitCode.FAILED, gone.exitCode(), gone.errors());
    assertTrue(gone.errors().contains("the server answered 404"), gone.errors());
    assertEquals(tables, tables());
  }

  @Test
  void whatAProjectNeedsIsSaidAtOnce() {
    CommandRun run =
        CommandRun.of(
            "ingest-evals",
            "--format=lm-eval",
            "--input=" + project.address(),
            "--benchmark=lite",
            "--projects=nowhere",
            "--output=s3://bucket/out");

    assertEquals(ExitCode.WRONG_USAGE, run.exitCode(), run.errors());
    assertTrue(run.errors().contains("--snapshot: required, as --output=s3://"), run.errors());
    assertTrue(run.errors().contains("an address needs --format=helm"), run.errors());
    assertTrue(run.errors().contains("--projects=nowhere: not an address"), run.errors());
    assertEquals(List.of(), server.requests());
  }
}
