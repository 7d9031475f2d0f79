package io.evalbeam.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.OutputTree;
import io.evalbeam.testing.PlainScriptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command lines that the tests of the cluster run, there and in this process. */
final class EvaluationJobs {
  /** Runs of an input whose steps last long enough to be hit. */
  static final int MODELS = 12;

  private static final int SUBJECTS = 5;
  private static final long PATIENCE_SECONDS = 180;
  private static final String AS_OF = "--asOf=2026-01-01";

  private EvaluationJobs() {}

  /** Writes invented runs of some models on five subjects. */
  static Path runs(Path suites, int models, int instances) throws IOException {
    for (int model = 0; model < models; model++) {
      for (int subject = 0; subject < SUBJECTS; subject++) {
        HelmRunFixture.of("coastal/tern-" + model)
            .subject("tides-" + subject)
            .instances(instances)
            .write(suites.resolve("v1.0.0"));
      }
    }
    return suites;
  }

  static List<String> ingest(Path input, Path output) {
    // Small parts: several are written at once.
    return List.of(
        "ingest-evals",
        "--benchmark=coast",
        "--partBytes=20000",
        "--input=" + input,
        "--output=" + output,
        AS_OF);
  }

  static List<String> aggregate(Path output) {
    return List.of("aggregate-stats", "--output=" + output, AS_OF);
  }

  /** The same with two tasks a step; one TaskManager suffices for that. */
  static List<String> parallel(List<String> command) {
    return Stream.concat(command.stream(), Stream.of("--parallelism=2")).toList();
  }

  /** Runs a command on DirectRunner and returns hashes of all that is published then. */
  static SortedMap<String, String> inThisProcess(List<String> command, Path output) {
    CommandRun run = CommandRun.of(command.toArray(String[]::new));
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    return OutputTree.published(output);
  }

  /** Starts a client. */
  static Process start(StandaloneCluster cluster, List<String> command, Path log)
      throws IOException {
    return cluster.start(parallel(command), log);
  }

  /** Waits for a client; returns its exit status. */
  static int await(Process client) throws InterruptedException {
    assertTrue(client.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the job hangs");
    return client.exitValue();
  }

  /** Runs a command to its end, which must be a good one. */
  static void complete(StandaloneCluster cluster, String way, List<String> command)
      throws Exception {
    PlainScriptRun run = cluster.submit(way, parallel(command));
    assertEquals(0, run.status(), run.printed());
  }

  /** Copies an output directory. */
  static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : walk.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
    return to;
  }
}
