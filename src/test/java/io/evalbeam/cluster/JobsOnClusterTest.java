package io.evalbeam.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.OutputTree;
import io.evalbeam.testing.PlainScriptRun;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jars on a cluster of this machine give what they give in one process. */
@Tag("cluster")
@ExtendWith(ClusterExtension.class)
class JobsOnClusterTest {
  private final StandaloneCluster cluster;

  @TempDir Path folder;

  JobsOnClusterTest(StandaloneCluster cluster) {
    this.cluster = cluster;
  }

  private Path few() throws IOException {
    return EvaluationJobs.runs(folder.resolve("few"), 1, 3);
  }

  @Test
  void tablesHaveTheBytesOfOneProcess() throws Exception {
    Path input = few();
    Path expected = folder.resolve("here");
    Path output = folder.resolve("there");
    EvaluationJobs.complete(cluster, "client", EvaluationJobs.ingest(input, output));
    assertEquals(
        EvaluationJobs.inThisProcess(EvaluationJobs.ingest(input, expected), expected),
        OutputTree.published(output));
    EvaluationJobs.complete(cluster, "run", EvaluationJobs.aggregate(output));
    assertEquals(
        EvaluationJobs.inThisProcess(EvaluationJobs.aggregate(expected), expected),
        OutputTree.published(output));
  }

  @Test
  void tooFewSlotsAreSaidBeforeTheRun() throws Exception {
    List<String> command = new ArrayList<>(EvaluationJobs.ingest(few(), folder.resolve("out")));
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
  void flinkAddsTheMemoryUpAsTheConfigurationSays() throws Exception {
    String file = Files.readString(PlainScriptRun.inRepository("runner-configs/flink/config.yaml"));
    JsonNode managers = ClusterJob.get(cluster.master(), "/taskmanagers").path("taskmanagers");
    assertEquals(2, managers.size());
    JsonNode memory = managers.get(0).path("memoryConfiguration");
    assertEquals(
        sum(file, "Flink's part += (\\d+)"), memory.path("totalFlinkMemory").asLong() >> 20);
    assertEquals(
        sum(file, "the process += (\\d+) MB"), memory.path("totalProcessMemory").asLong() >> 20);
  }

  @Test
  void theWebPageIsThere() throws Exception {
    URL page = URI.create("http://" + cluster.master() + "/index.html").toURL();
    try (InputStream in = page.openStream()) {
      assertTrue(new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("<flink-root>"));
    }
  }

  private static long sum(String file, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(file);
    assertTrue(matcher.find(), pattern);
    return Long.parseLong(matcher.group(1));
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
