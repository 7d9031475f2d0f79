package io.evalbeam.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.OutputTree;
import io.evalbeam.testing.PlainScriptRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jars on a cluster of this machine give what they give in one process. */
@Tag("cluster")
class JobsOnClusterTest {
  private static final long PATIENCE_SECONDS = 180;
  private static final String AS_OF = "--asOf=2026-01-01";

  @TempDir static Path shared;

  private static StandaloneCluster cluster;
  private static Path few;
  private static Path many;

  @TempDir Path folder;

  @BeforeAll
  static void writeRunsAndStart() throws Exception {
    cluster =
        new StandaloneCluster(Files.createDirectories(shared.toRealPath().resolve("cluster")));
    StandaloneCluster.jar("evalbeam-bundled.jar");
    StandaloneCluster.jar("evalbeam-flink.jar");
    few = runs(shared.resolve("few"), 4, 3);
    many = runs(shared.resolve("many"), 60, 40);
    cluster.up();
  }

  @AfterAll
  static void nothingIsLeft() throws Exception {
    PlainScriptRun down = cluster.down();
    assertEquals(0, down.status(), down.printed());
    assertEquals(List.of(), cluster.processes());
  }

  /** What an earlier test killed is started again. */
  @BeforeEach
  void complete() throws Exception {
    cluster.up();
    assertEquals(0, cluster.status().status());
    assertEquals(3, cluster.processes().size());
  }

  private static Path runs(Path suites, int count, int instances) throws IOException {
    for (int i = 0; i < count; i++) {
      HelmRunFixture.of("coastal/tern-" + i).instances(instances).write(suites.resolve("v1.0.0"));
    }
    return suites;
  }

  private static List<String> ingest(Path input, Path output) {
    // Small parts: several are written at once.
    return List.of(
        "ingest-evals",
        "--benchmark=coast",
        "--partBytes=20000",
        "--input=" + input,
        "--output=" + output,
        AS_OF);
  }

  private static List<String> aggregate(Path output) {
    return List.of("aggregate-stats", "--output=" + output, AS_OF);
  }

  private static List<String> parallel(List<String> command) {
    return Stream.concat(command.stream(), Stream.of("--parallelism=2")).toList();
  }

  private static void inThisProcess(List<String> command) {
    CommandRun run = CommandRun.of(command.toArray(String[]::new));
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
  }

  @Test
  void tablesHaveTheBytesOfOneProcess() throws Exception {
    Path expected = folder.resolve("here");
    Path output = folder.resolve("there");
    inThisProcess(ingest(few, expected));
    PlainScriptRun client = cluster.submit("client", parallel(ingest(few, output)));
    assertEquals(0, client.status(), client.printed());
    assertEquals(OutputTree.published(expected), OutputTree.published(output));

    inThisProcess(aggregate(expected));
    PlainScriptRun run = cluster.submit("run", parallel(aggregate(output)));
    assertEquals(0, run.status(), run.printed());
    assertEquals(OutputTree.published(expected), OutputTree.published(output));
  }

  @Test
  void aLostTaskManagerCostsNoRow() throws Exception {
    Path expected = folder.resolve("here");
    Path output = folder.resolve("there");
    inThisProcess(ingest(many, expected));
    List<String> command = parallel(ingest(many, output));
    File log = folder.resolve("log").toFile();
    Process run = PlainScriptRun.started(Map.of(), log, cluster.submission("client", command));
    awaitStagedFile(output, run);
    cluster.killTaskManager(2);
    assertTrue(run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the job hangs");
    String printed = Files.readString(log.toPath());
    assertEquals(1, cluster.status().status());
    if (run.exitValue() != 0) {
      // The steps could not be run again elsewhere: then nothing may be published.
      assertEquals(1, run.exitValue(), printed);
      assertEquals(List.of(), List.copyOf(OutputTree.published(output).keySet()), printed);
    }
    cluster.up();
    PlainScriptRun again = cluster.submit("client", command);
    assertEquals(0, again.status(), again.printed());
    assertEquals(OutputTree.published(expected), OutputTree.published(output), printed);
  }

  /** The job is in its longest step once the first part is being written. */
  private static void awaitStagedFile(Path output, Process run) throws Exception {
    Path staging = output.resolve("_evalbeam/staging");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.exists(staging) || OutputTree.files(staging).isEmpty()) {
      assertTrue(run.isAlive() && System.nanoTime() < deadline, "nothing was staged");
      Thread.sleep(20);
    }
  }

  @Test
  void tooFewSlotsAreSaidBeforeTheRun() throws Exception {
    List<String> command = new ArrayList<>(ingest(few, folder.resolve("out")));
    command.add("--parallelism=9");
    PlainScriptRun run = cluster.submit("run", command);
    // Flink's command line ends as the command does.
    assertEquals(2, run.status(), run.printed());
    command.addAll(List.of("--runner=FlinkRunner", "--flinkMaster=" + cluster.master()));
    CommandRun client = CommandRun.of(command.toArray(String[]::new));
    assertEquals(ExitCode.WRONG_USAGE, client.exitCode());
    String problem = "--parallelism=9: the Flink cluster at " + cluster.master() + " has 4 slots";
    assertTrue(client.errors().contains(problem), client.errors());
    assertTrue(run.printed().contains(problem), run.printed());
    assertTrue(Files.notExists(folder.resolve("out")), "the output was touched");
  }

  @Test
  void theSlimJarLeavesOutWhatTheClusterBrings() throws IOException {
    try (JarFile jar = new JarFile(StandaloneCluster.jar("evalbeam-flink.jar").toFile())) {
      assertTrue(jar.stream().anyMatch(entry -> entry.getName().startsWith("io/evalbeam/")));
      assertEquals(
          List.of(),
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.endsWith(".class"))
              .filter(name -> name.startsWith("org/apache/flink/") || name.startsWith("org/slf4j/"))
              .toList());
    }
  }
}
