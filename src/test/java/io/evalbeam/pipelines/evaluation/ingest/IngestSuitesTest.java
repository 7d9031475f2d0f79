package io.evalbeam.pipelines.evaluation.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several runs of one name counts. */
class IngestSuitesTest {
  private static final String GULL = "coast:subject=tides|aviary/gull-7b@";
  private static final String TERN = "coast:subject=tides|aviary/tern-1b@";

  @TempDir Path folder;

  private Path output = Path.of("");
  private IngestRun ingest = new IngestRun(Path.of(""), Path.of(""));

  @BeforeEach
  void writeSuites() throws IOException {
    output = folder.resolve("benchmark_output");
    HelmRunFixture.of("aviary/gull-7b").write(output.resolve("runs/v1.9.0"));
    HelmRunFixture.of("aviary/gull-7b").instances(6).write(output.resolve("runs/v1.10.0"));
    HelmRunFixture.of("aviary/tern-1b").write(output.resolve("runs/v1.9.0"));
    ingest = new IngestRun(output, folder.resolve("out"));
  }

  @Test
  void theLaterSuiteCountsAndTheEarlierCanBeRead() {
    ingest.done();
    assertEquals(
        List.of(GULL + "v1.10.0 LIVE 1", GULL + "v1.9.0 SUPERSEDED 1", TERN + "v1.9.0 LIVE 1"),
        ingest.register());
    assertEquals(List.of("14"), ingest.query("select count(*) from {detail}"));
    assertEquals(List.of("14"), ingest.query("select count(distinct evaluation_id) from {detail}"));
    assertEquals(10, ingest.liveRows().size());
  }

  @Test
  void theReleaseDecidesWhichSuiteCountsAndWhichRunsAreTaken() throws IOException {
    writeRelease("v2.0.0", "v1.9.0", HelmRunFixture.of("aviary/gull-7b"));
    CommandRun run = ingest.run("--release=v2.0.0");
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertEquals(List.of(GULL + "v1.10.0 SUPERSEDED 1", GULL + "v1.9.0 LIVE 1"), ingest.register());
    assertTrue(run.output().contains("ignored         1  not of this release"), run.output());
    assertEquals(List.of("v2.0.0"), ingest.query("select distinct release from {detail}"));
  }

  @Test
  void anotherReleaseIsReadAnew() throws IOException {
    writeRelease("v2.0.0", "v1.9.0", HelmRunFixture.of("aviary/gull-7b"));
    writeRelease("v3.0.0", "v1.10.0", HelmRunFixture.of("aviary/gull-7b"));
    ingest.done("--release=v2.0.0").done("--release=v3.0.0");
    assertEquals(List.of(GULL + "v1.10.0 LIVE 2", GULL + "v1.9.0 SUPERSEDED 2"), ingest.register());
    assertEquals(List.of("helm_coast_part_002.parquet"), ingest.parts("detail"));
    assertEquals(ingest.fromScratch("--release=v3.0.0").liveRows(), ingest.liveRows());
  }

  @Test
  void anUnchangedCopyInALaterSuiteTakesOver() throws IOException {
    ingest.done();
    HelmRunFixture.of("aviary/tern-1b").write(output.resolve("runs/v1.10.0"));
    ingest.done();
    assertEquals(
        List.of(TERN + "v1.10.0 LIVE 2", TERN + "v1.9.0 SUPERSEDED 1"),
        ingest.register().subList(2, 4));
    assertEquals(ingest.fromScratch().liveRows(), ingest.liveRows());
    assertEquals(List.of(), ingest.issues());
  }

  @Test
  void aCopyUnderAnotherDirectoryCountsOnce() throws IOException {
    Path tern = output.resolve("runs/v1.9.0").resolve(HelmRunFixture.of("aviary/tern-1b").name());
    Path copy = Files.createDirectories(tern.resolveSibling("zz-copy"));
    copyFiles(tern, copy);
    CommandRun run = ingest.run();
    assertTrue(run.output().contains("duplicate       1"), run.output());
    assertEquals(3, ingest.register().size());
    assertEquals(10, ingest.liveRows().size());
    assertEquals(
        List.of(
            "RUN_DUPLICATE warning runs/v1.9.0/zz-copy",
            "RUN_NAME_DISAGREES warning runs/v1.9.0/zz-copy"),
        ingest.issues());
  }

  @Test
  void ofTwoCopiesTheOneWithTheLaterRequestCounts() throws IOException {
    Path tern = output.resolve("runs/v1.9.0").resolve(HelmRunFixture.of("aviary/tern-1b").name());
    Path copy = Files.createDirectories(tern.resolveSibling("zz-copy"));
    copyFiles(tern, copy);
    Path state = copy.resolve("scenario_state.json");
    Files.writeString(state, Files.readString(state).replace("1700000003", "1700000900"));
    ingest.done();
    assertEquals(
        List.of("runs/v1.9.0/zz-copy"),
        ingest.query("select location from {runs} where model_name = 'aviary/tern-1b'"));
    assertEquals(
        List.of("RUN_DUPLICATE warning runs/v1.9.0/" + tern.getFileName()),
        ingest.issues().subList(0, 1));
  }

  private void writeRelease(String release, String suite, HelmRunFixture... runs)
      throws IOException {
    ObjectNode index = JsonNodeFactory.instance.objectNode();
    for (HelmRunFixture run : runs) {
      index.put(run.name(), suite);
    }
    Path folder = Files.createDirectories(output.resolve("releases").resolve(release));
    HelmRunFixture.writeJson(folder.resolve("runs_to_run_suites.json"), index);
  }

  private static void copyFiles(Path from, Path to) throws IOException {
    for (Path file : OutputTree.files(from)) {
      Files.copy(file, to.resolve(file.getFileName()));
    }
  }
}
