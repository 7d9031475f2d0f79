package io.evalbeam.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What breaks while a job runs on a cluster: the job recovers, or fails and leaves the output as it
 * was; in the end the bytes are those of one process.
 */
@Tag("cluster")
@ExtendWith(ClusterExtension.class)
class FailuresOnClusterTest {
  private static final String WRITING = "WriteParts";

  @TempDir static Path shared;

  private final StandaloneCluster cluster;
  private Path expected;
  private Path output;
  private Path log;

  @TempDir Path folder;

  FailuresOnClusterTest(StandaloneCluster cluster) {
    this.cluster = cluster;
  }

  @BeforeEach
  void names() {
    expected = folder.resolve("here");
    output = folder.resolve("there");
    log = folder.resolve("log");
  }

  private static synchronized Path runs() throws Exception {
    Path suites = shared.resolve("runs");
    return Files.exists(suites) ? suites : EvaluationJobs.runs(suites, EvaluationJobs.MODELS, 40);
  }

  @Test
  void ingestionRecoversFromALostTaskManager() throws Exception {
    List<String> command = EvaluationJobs.ingest(runs(), output);
    ClusterJob job = loseTaskManager(command, WRITING);
    String counters = job.detail("/accumulators").toString();
    assertTrue(counters.contains("bytes_read"), counters);
    SortedMap<String, String> published = OutputTree.published(output);
    assertEquals(
        EvaluationJobs.inThisProcess(EvaluationJobs.ingest(runs(), expected), expected), published);
  }

  @Test
  void aggregationRecoversFromALostTaskManager() throws Exception {
    EvaluationJobs.inThisProcess(EvaluationJobs.ingest(runs(), expected), expected);
    EvaluationJobs.copy(expected, output);
    loseTaskManager(EvaluationJobs.aggregate(output), "AggregateTasks");
    SortedMap<String, String> published = OutputTree.published(output);
    assertEquals(
        EvaluationJobs.inThisProcess(EvaluationJobs.aggregate(expected), expected), published);
  }

  /** Kills one of two TaskManagers in the middle of a step; the other one ends the job. */
  private ClusterJob loseTaskManager(List<String> command, String step) throws Exception {
    Process client = EvaluationJobs.start(cluster, command, log);
    ClusterJob job = ClusterJob.of(cluster, client);
    cluster.killDuring(step, 2, job);
    assertEquals(0, EvaluationJobs.await(client), () -> printed());
    assertEquals(1, cluster.status().status());
    // A job that noticed nothing would prove nothing.
    assertFalse(job.failures().isEmpty(), "the job was not hit");
    assertTrue(printed().contains("steps done"), () -> printed());
    assertTrue(printed().contains("a step failed on the cluster: "), () -> printed());
    return job;
  }

  @Test
  void aNewJobManagerTakesTheNextJob() throws Exception {
    EvaluationJobs.complete(cluster, "client", EvaluationJobs.ingest(runs(), output));
    List<Long> workers = workers();
    cluster.kill(StandaloneCluster.JOBMANAGER);
    cluster.up();
    assertEquals(workers, workers());
    EvaluationJobs.complete(cluster, "run", EvaluationJobs.aggregate(output));
    SortedMap<String, String> published = OutputTree.published(output);
    EvaluationJobs.inThisProcess(EvaluationJobs.ingest(runs(), expected), expected);
    assertEquals(
        EvaluationJobs.inThisProcess(EvaluationJobs.aggregate(expected), expected), published);
  }

  private List<Long> workers() throws Exception {
    return List.of(
        cluster.process(StandaloneCluster.taskManager(1)).pid(),
        cluster.process(StandaloneCluster.taskManager(2)).pid());
  }

  @Test
  void aFullDiskFailsTheRunAndTheNextOneCompletesIt() throws Exception {
    SortedMap<String, String> before = someRuns();
    List<String> command = EvaluationJobs.ingest(runs(), output);
    Process client = EvaluationJobs.start(cluster, command, log);
    ClusterJob job = ClusterJob.of(cluster, client);
    try {
      StandaloneCluster.awaitStep("FindRuns", job);
      cluster.limitFiles("1000");
      assertEquals(1, EvaluationJobs.await(client), () -> printed());
    } finally {
      cluster.limitFiles("unlimited");
    }
    assertTrue(printed().contains("File too large"), () -> printed());
    assertEquals(before, OutputTree.published(output));
    EvaluationJobs.complete(cluster, "client", command);
    assertEquals(directlyInTwoSteps(), OutputTree.published(output));
  }

  @Test
  void aLostClientLeavesTheOutputToTheNextOne() throws Exception {
    SortedMap<String, String> before = someRuns();
    List<String> command = EvaluationJobs.ingest(runs(), output);
    Process client = EvaluationJobs.start(cluster, command, log);
    ClusterJob job = ClusterJob.of(cluster, client);
    StandaloneCluster.awaitStep(WRITING, job);
    client.destroyForcibly().waitFor();
    assertFalse(job.isOver(), "the client was killed too late");
    assertEquals(before, OutputTree.published(output));
    // The job without a client still writes while this one runs.
    EvaluationJobs.complete(cluster, "client", command);
    assertEquals(directlyInTwoSteps(), OutputTree.published(output));
    job.awaitEnd();
    assertEquals(directlyInTwoSteps(), OutputTree.published(output));
  }

  /** Publishes the runs of one model of the same benchmark into the output. */
  private SortedMap<String, String> someRuns() throws Exception {
    Path first = shared.resolve("first");
    if (Files.notExists(first)) {
      EvaluationJobs.runs(first, 1, 40);
    }
    return EvaluationJobs.inThisProcess(EvaluationJobs.ingest(first, output), output);
  }

  private SortedMap<String, String> directlyInTwoSteps() throws Exception {
    if (Files.notExists(expected)) {
      EvaluationJobs.inThisProcess(
          EvaluationJobs.ingest(shared.resolve("first"), expected), expected);
      return EvaluationJobs.inThisProcess(EvaluationJobs.ingest(runs(), expected), expected);
    }
    return new TreeMap<>(OutputTree.published(expected));
  }

  private String printed() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
