package io.evalbeam.pipelines.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunnerDefaultsTest {
  @Test
  void directRunsWithoutChecksOnAllProcessors() {
    List<String> arguments = RunnerDefaults.arguments(Map.of("enforceImmutability", "true"));
    int processors = Runtime.getRuntime().availableProcessors();
    assertEquals(
        List.of(
            "--enforceEncodability=false",
            "--blockOnRun=false",
            "--targetParallelism=" + processors),
        arguments);
  }

  @Test
  void embeddedFlinkGetsMemoryForItsSlots() throws IOException {
    List<String> arguments =
        RunnerDefaults.arguments(Map.of("runner", "FlinkRunner", "parallelism", "32"));
    String written = writtenConfiguration(arguments);
    assertTrue(written.contains("network.max: 256mb"), written);
  }

  @Test
  void jobsOnAClusterAreRestarted() throws IOException {
    List<String> arguments =
        RunnerDefaults.arguments(
            Map.of("runner", "FlinkRunner", "flinkMaster", "host:8081", "parallelism", "32"));
    String written = writtenConfiguration(arguments);
    assertTrue(written.contains("restart-strategy.type: fixed-delay"), written);
    assertFalse(written.contains("memory"), written);
  }

  private static String writtenConfiguration(List<String> arguments) throws IOException {
    assertEquals(1, arguments.size());
    assertTrue(arguments.get(0).startsWith("--flinkConfDir="));
    Path folder = Path.of(arguments.get(0).substring("--flinkConfDir=".length()));
    return Files.readString(folder.resolve("flink-conf.yaml"));
  }

  @Test
  void fewSlotsKeepTheDefaultsOfFlink() {
    assertEquals(
        """
        taskmanager.memory.network.min: 64mb
        taskmanager.memory.network.max: 64mb
        taskmanager.memory.managed.size: 128mb
        security.delegation.tokens.enabled: false
        """,
        FlinkConfiguration.embedded(2, 256));
  }

  @Test
  void sortingGrowsWithSlotsAndHeap() {
    assertTrue(FlinkConfiguration.embedded(32, 256).contains("managed.size: 512mb"));
    assertTrue(FlinkConfiguration.embedded(2, 4_000).contains("managed.size: 1600mb"));
  }

  @Test
  void ownConfigurationsAreLeftAlone() {
    assertEquals(
        List.of(),
        RunnerDefaults.arguments(Map.of("runner", "FlinkRunner", "flinkConfDir", "conf")));
    assertEquals(List.of(), RunnerDefaults.arguments(Map.of("runner", "DataflowRunner")));
  }
}
