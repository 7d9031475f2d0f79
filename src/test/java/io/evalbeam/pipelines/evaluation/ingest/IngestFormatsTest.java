package io.evalbeam.pipelines.evaluation.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.HelmRunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every format from its files to the tables. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IngestFormatsTest {
  @TempDir Path folder;

  private Path input = Path.of("");
  private IngestRun ingest = new IngestRun(Path.of(""), Path.of(""));

  @BeforeEach
  void begin() throws IOException {
    input = Files.createDirectories(folder.resolve("in"));
    ingest = new IngestRun(input, folder.resolve("out"));
  }

  @Test
  void helm() throws Exception {
    HelmRunFixture.of("reef/crab-2b").instances(2).write(input.resolve("v1"));
    plantWhatMustNotBeOpened("v1");
    ingest.done("--format=helm");
    assertTables("exact_match 1 0.0", "exact_match 1 1.0");
  }

  @Test
  void lmEval() throws Exception {
    FormatSamples.writeLmEval(input);
    plantWhatMustNotBeOpened("reef__crab-2b");
    ingest.done("--format=lm-eval");
    assertTables("acc 2 0.5");
    assertEquals(List.of("acc 0.5"), ingest.query("select metric || ' ' || value from {reported}"));
  }

  @Test
  void inspect() throws Exception {
    Files.writeString(
        input.resolve("a.json"),
        FormatSamples.inspectLog(
            "tides",
            List.of(FormatSamples.inspectSample("1", "C"), FormatSamples.inspectSample("2", "I"))));
    plantWhatMustNotBeOpened("logs");
    ingest.done("--format=inspect");
    assertTables("match 2 0.5");
  }

  @Test
  void openCompass() throws Exception {
    FormatSamples.writeOpenCompass(input);
    plantWhatMustNotBeOpened("planted");
    ingest.done("--format=opencompass");
    assertTables("correct 2 0.5");
    assertEquals(
        List.of("reef/crab-2b tides 50.00"),
        ingest.query(
            "select model_name || ' ' || dataset || ' ' || cell from {reported} where cell is not"
                + " null"));
    assertEquals(
        List.of("(all models) 0", "reef/crab-2b 2"),
        ingest.query("select model_name || ' ' || responses from {runs} order by 1"));
  }

  @Test
  void everyEvalEver() throws Exception {
    HelmRunFixture.of("reef/crab-2b").instances(2).write(folder.resolve("helm/v1"));
    IngestRun helm = new IngestRun(folder.resolve("helm"), folder.resolve("helm-out"));
    helm.done("--also=every-eval-ever");
    Files.move(helm.output().resolve("every-eval-ever"), input.resolve("tree"));
    plantWhatMustNotBeOpened("tree/data");
    ingest.done("--format=every-eval-ever");
    assertEquals(
        List.of("2"), ingest.query("select count(*) from {detail} where score is not null"));
    assertEquals(List.of("1"), ingest.query("select sum(score)::int from {detail}"));
  }

  /** Rows, statistics of the main metric, and nothing said but that pipes and links lie there. */
  private void assertTables(String... mainCells) {
    assertEquals(List.of("2"), ingest.query("select count(*) from {detail}"));
    assertEquals(
        List.of(mainCells),
        ingest.query(
            "select metric || ' ' || n || ' ' || mean from {stats} where main_metric order by 1"));
    List<String> issues = new ArrayList<>(ingest.issues());
    issues.removeIf(issue -> issue.startsWith("NOT_A_REGULAR_FILE warning"));
    assertEquals(List.of(), issues);
    assertEquals(3, ingest.issues().size());
  }

  /** A pipe that would never end, a link to a file outside, and a link to the tree itself. */
  private void plantWhatMustNotBeOpened(String below) throws Exception {
    Path directory = Files.createDirectories(input.resolve(below));
    Path pipe = directory.resolve("pipe.json");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Path outside = Files.writeString(folder.resolve("outside.json"), "{}");
    Files.createSymbolicLink(directory.resolve("link.json"), outside);
    Files.createSymbolicLink(directory.resolve("loop"), input);
  }

  @Test
  void aLogThatBreaksAfterItsFirstSamplesLeavesNoRows() throws IOException {
    List<String> samples = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      samples.add(FormatSamples.inspectSample("s" + i, i % 2 == 0 ? "C" : "I"));
    }
    for (String task : List.of("a", "c")) {
      Files.writeString(input.resolve(task + ".json"), FormatSamples.inspectLog(task, samples));
    }
    List<String> broken = new ArrayList<>(samples);
    // The parser meets this after forty samples; the log's end is whole.
    broken.set(40, "{\"id\": }");
    Files.writeString(input.resolve("b.json"), FormatSamples.inspectLog("b", broken));
    CommandRun run = ingest.run("--format=inspect", "--also=every-eval-ever");
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode(), run.errors());
    assertTrue(run.errors().contains("1 of 3 runs were rejected"), run.errors());
    assertEquals(
        List.of("a 50", "c 50"),
        ingest.query("select task || ' ' || count(*) from {detail} group by task order by 1"));
    assertEquals(
        List.of("a 50", "c 50"),
        ingest.query("select task || ' ' || n from {stats} where main_metric order by 1"));
    assertEquals(4, ingest.parts("every-eval-ever").size());
    assertEquals(List.of("PARSE_ERROR rejected b.json"), ingest.issues());
  }

  @Test
  void ofARepeatedAnswerOnlyTheFirstIsKept() throws IOException {
    Files.writeString(
        input.resolve("a.json"),
        FormatSamples.inspectLog(
            "tides",
            List.of(
                FormatSamples.inspectSample("1", "C"),
                FormatSamples.inspectSample("1", "I"),
                FormatSamples.inspectSample("2", "I"))));
    CommandRun run = ingest.run("--format=inspect");
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode());
    assertTrue(run.errors().contains("1 of 3 rows were rejected"), run.errors());
    assertEquals(List.of("2"), ingest.query("select count(*) from {detail}"));
    assertEquals(List.of("0.5"), ingest.query("select mean from {stats} where metric = 'match'"));
    assertEquals(List.of("DUPLICATE_CONFLICT rejected a.json"), ingest.issues());
  }

  @Test
  void aBenchmarkThatDoesNotKnowTheRunHasNoScore() throws IOException {
    HelmRunFixture.of("reef/crab-2b").write(input.resolve("v1"));
    ingest.done("--benchmark=lite");
    assertEquals(
        List.of("4 0"), ingest.query("select count(*) || ' ' || count(score) from {detail}"));
    assertEquals(List.of("0"), ingest.query("select count(*) from {stats} where main_metric"));
    assertEquals(1, ingest.issues().size());
    assertTrue(
        ingest.issues().get(0).startsWith("MAIN_METRIC_UNKNOWN warning v1/coast:subject=tides,"));
  }
}
