package io.evalbeam.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.evalbeam.testing.PlainScriptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A cluster of two TaskManagers with two slots each, kept by the repository's script. */
final class StandaloneCluster {
  static final String SCRIPT = "runner-configs/flink/cluster.sh";
  static final String SUBMIT = "runner-configs/flink/submit.sh";
  private static final Map<String, String> ANY_PORT = Map.of("FLINK_PORT", "0");

  private final Path directory;

  StandaloneCluster(Path directory) {
    this.directory = directory;
  }

  /** Starts what does not run yet; skips the calling test where Maven cannot get Flink. */
  void up() throws Exception {
    PlainScriptRun run = PlainScriptRun.of(ANY_PORT, SCRIPT, "up", directory.toString(), "2", "2");
    assumeFalse(run.printed().contains("Maven could not resolve Flink"), run.printed());
    assertEquals(0, run.status(), run.printed());
  }

  PlainScriptRun status() throws Exception {
    return PlainScriptRun.of(Map.of(), SCRIPT, "status", directory.toString());
  }

  PlainScriptRun down() throws Exception {
    return PlainScriptRun.of(Map.of(), SCRIPT, "down", directory.toString());
  }

  /** Runs a command as {@code client} or by flink {@code run}. */
  PlainScriptRun submit(String way, List<String> command) throws Exception {
    return PlainScriptRun.of(Map.of(), submission(way, command));
  }

  /** Command line of the same. */
  String[] submission(String way, List<String> command) {
    return Stream.concat(Stream.of(SUBMIT, way, directory.toString()), command.stream())
        .toArray(String[]::new);
  }

  /** Host and port for clients. */
  String master() throws IOException {
    String shape = Files.readString(directory.resolve("shape"));
    return "127.0.0.1:" + shape.substring(0, shape.indexOf(' '));
  }

  /** Ends a TaskManager as a power cut would. */
  void killTaskManager(int number) throws IOException {
    Path file = directory.resolve("taskmanager-" + number + ".pid");
    long process = Long.parseLong(Files.readString(file).strip());
    ProcessHandle.of(process).orElseThrow().destroyForcibly();
  }

  /** Processes that run for this cluster, whether the script knows of them or not. */
  List<ProcessHandle> processes() {
    String marker = "-Devalbeam.cluster=" + directory + "/";
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(marker))
        .toList();
  }

  /** A jar of the packaged build; skips the calling test where it was not packaged. */
  static Path jar(String name) {
    Path jar = PlainScriptRun.inRepository("pipelines/target/" + name);
    assumeTrue(Files.exists(jar), () -> jar + " is not there: run mvn package first");
    return jar;
  }
}
