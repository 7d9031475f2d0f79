package io.evalbeam.pipelines.evaluation.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.HelmRunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user hears who asked for something that cannot be done. */
class IngestUsageTest {
  @TempDir Path folder;

  private IngestRun ingest = new IngestRun(Path.of(""), Path.of(""));

  @BeforeEach
  void writeRun() throws IOException {
    HelmRunFixture.of("aviary/tern-1b").write(folder.resolve("runs/v1"));
    ingest = new IngestRun(folder, folder.resolve("out"));
  }

  @Test
  void allProblemsAreToldAtOnce() throws IOException {
    Path reference = Files.createDirectories(folder.resolve("reference"));
    Files.writeString(reference.resolve("release-schemas.yaml"), "schemas: 3\n");
    Files.writeString(reference.resolve("developers.yaml"), "nobody\n");
    CommandRun run =
        CommandRun.of(
            "ingest-evals",
            "--format=hlm",
            "--benchmark=Lite one",
            "--source=a_b",
            "--also=csv",
            "--partBytes=0",
            "--httpConnections=0",
            "--httpRetries=-1",
            "--referenceData=" + reference,
            "--output=" + folder.resolve("out"));
    assertEquals(ExitCode.WRONG_USAGE, run.exitCode());
    for (String problem :
        List.of(
            "--format=hlm: one of helm, lm-eval, opencompass, inspect, every-eval-ever",
            "--input: required",
            "--source=a_b: lower-case letters",
            "--benchmark=Lite one: lower-case letters",
            "--also=csv: one of every-eval-ever",
            "--partBytes=0: must be at least 1",
            "--httpConnections=0: must be at least 1",
            "--httpRetries=-1: must be at least 0",
            "release-schemas.yaml:",
            "developers.yaml:")) {
      assertTrue(run.errors().contains("  " + problem), problem + " in\n" + run.errors());
    }
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void anAddressNeedsARelease() {
    assertWrong(
        ingest.run("--input=https://localhost:1/x/benchmark_output"),
        "an address needs --format=helm and --release");
  }

  @Test
  void anInputMustBeThere() {
    assertWrong(ingest.run("--input=" + folder.resolve("nowhere")), "nowhere: no such directory");
  }

  @Test
  void anInputMustHoldRunsOfTheFormat() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertWrong(ingest.run("--input=" + empty), "empty: no runs of format helm in 0 files");
    assertWrong(ingest.run("--format=lm-eval"), ": no runs of format lm-eval in 8 files");
  }

  @Test
  void aReleaseThatIsNotThereRetiresNothing() throws IOException {
    ingest.done();
    SortedMap<String, String> before = ingest.published();
    assertWrong(
        ingest.run("--release=v9"),
        "--release=v9: releases/v9/runs_to_run_suites.json: The index of release v9 is not below");
    Path release = Files.createDirectories(folder.resolve("releases/v9"));
    Files.writeString(release.resolve("runs_to_run_suites.json"), "{\"coast");
    assertWrong(ingest.run("--release=v9"), "--release=v9: releases/v9/runs_to_run_suites.json: ");
    assertEquals(before, ingest.published());
  }

  private static void assertWrong(CommandRun run, String problem) {
    assertEquals(ExitCode.WRONG_USAGE, run.exitCode(), run.errors());
    assertTrue(run.errors().contains(problem), run.errors());
  }
}
