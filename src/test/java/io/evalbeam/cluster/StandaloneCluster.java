package io.evalbeam.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.evalbeam.testing.PlainScriptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A cluster of this machine, kept by the repository's script. */
final class StandaloneCluster {
  static final String SCRIPT = "runner-configs/flink/cluster.sh";
  static final String SUBMIT = "runner-configs/flink/submit.sh";
  static final String JOBMANAGER = "jobmanager";
  private static final Pattern RESOURCE = Pattern.compile("ResourceID: (\\S+)");

  /** Short runs start faster without the optimising compiler. */
  private static final String SHORT_RUNS = "-XX:TieredStopAtLevel=1";

  private static final long STEP_SECONDS = 120;

  /** What outputs take, and as much again for shuffles of eight slots. */
  private static final int NETWORK_MEGABYTES_A_SLOT = 128;

  private final Path directory;
  private final int taskManagers;
  private final int slots;

  /**
   * A cluster of a size.
   *
   * @param slots of each TaskManager
   */
  StandaloneCluster(Path directory, int taskManagers, int slots) {
    this.directory = directory;
    this.taskManagers = taskManagers;
    this.slots = slots;
  }

  static String taskManager(int number) {
    return "taskmanager-" + number;
  }

  /** Starts what does not run yet; skips the calling test where Maven cannot get Flink. */
  void up() throws Exception {
    PlainScriptRun run =
        PlainScriptRun.of(
            Map.of(
                "FLINK_PORT",
                "0",
                "FLINK_CONFIG",
                configuration().toString(),
                "JAVA_TOOL_OPTIONS",
                SHORT_RUNS),
            SCRIPT,
            "up",
            directory.toString(),
            Integer.toString(taskManagers),
            Integer.toString(slots));
    assumeFalse(run.printed().contains("Maven could not resolve Flink"), run.printed());
    assertEquals(0, run.status(), run.printed());
  }

  /**
   * The repository's configuration, with a REST endpoint that answers from fresh state and network
   * buffers for the slots.
   */
  private Path configuration() throws IOException {
    String shipped =
        Files.readString(PlainScriptRun.inRepository("runner-configs/flink/config.yaml"));
    String fresh =
        shipped
            .replaceFirst("(?m)^web.refresh-interval: .*$", "web.refresh-interval: 50")
            .replaceAll(
                "(?m)^(taskmanager.memory.network.m..): .*$",
                "$1: " + NETWORK_MEGABYTES_A_SLOT * slots + "m");
    return Files.writeString(directory.resolve("test.yaml"), fresh);
  }

  PlainScriptRun status() throws Exception {
    return PlainScriptRun.of(Map.of(), SCRIPT, "status", directory.toString());
  }

  PlainScriptRun down() throws Exception {
    return PlainScriptRun.of(Map.of(), SCRIPT, "down", directory.toString());
  }

  /** Runs a command as {@code client} or by flink {@code run}. */
  PlainScriptRun submit(String way, List<String> command) throws Exception {
    return PlainScriptRun.of(clientEnvironment(), submission(way, command));
  }

  /** Starts a command as a client that prints to a file. */
  Process start(List<String> command, Path log) throws IOException {
    return PlainScriptRun.started(clientEnvironment(), log.toFile(), submission("client", command));
  }

  private static Map<String, String> clientEnvironment() {
    return Map.of("JAVA_TOOL_OPTIONS", SHORT_RUNS);
  }

  private String[] submission(String way, List<String> command) {
    return Stream.concat(Stream.of(SUBMIT, way, directory.toString()), command.stream())
        .toArray(String[]::new);
  }

  /** Host and port for clients. */
  String master() throws IOException {
    String shape = Files.readString(directory.resolve("shape"));
    return "127.0.0.1:" + shape.substring(0, shape.indexOf(' '));
  }

  /** The process that plays a part, such as {@code taskmanager-1}. */
  ProcessHandle process(String name) throws IOException {
    String id = Files.readString(directory.resolve(name + ".pid")).strip();
    return ProcessHandle.of(Long.parseLong(id)).orElseThrow();
  }

  /** Ends a process as a power cut would. */
  void kill(String name) throws Exception {
    ProcessHandle process = process(name);
    process.destroyForcibly();
    process.onExit().get(STEP_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Kills a TaskManager in the middle of a step. It is frozen before the last look, so that its
   * task cannot end between the look and the kill.
   */
  void killDuring(String step, int number, ClusterJob job) throws Exception {
    String name = taskManager(number);
    String resource = resource(name);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STEP_SECONDS);
    while (true) {
      assertTrue(System.nanoTime() < deadline && !job.isOver(), step + " was not seen running");
      if (job.runsOn(step, resource)) {
        signal("STOP", name);
        // What the task sent before has arrived by then.
        Thread.sleep(400);
        if (job.runsOn(step, resource)) {
          kill(name);
          return;
        }
        signal("CONT", name);
      }
      Thread.sleep(20);
    }
  }

  /** Waits until some task of a step runs. */
  static void awaitStep(String step, ClusterJob job) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STEP_SECONDS);
    while (!job.runs(step)) {
      assertTrue(System.nanoTime() < deadline && !job.isOver(), step + " was not seen running");
      Thread.sleep(20);
    }
  }

  /**
   * Lets the TaskManagers write files of this size and no larger, which then fail as they do on a
   * full disk, without the right to mount one; {@code unlimited} ends it.
   */
  void limitFiles(String bytes) throws Exception {
    for (int number = 1; number <= taskManagers; number++) {
      String process = Long.toString(process(taskManager(number)).pid());
      assumeTrue(
          succeeds("prlimit", "--pid=" + process, "--fsize=" + bytes + ":unlimited"),
          "needs prlimit to make writing fail");
    }
  }

  private void signal(String signal, String name) throws Exception {
    assertTrue(succeeds("kill", "-" + signal, Long.toString(process(name).pid())));
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such program here
    }
  }

  /** How Flink calls a TaskManager. */
  private String resource(String name) throws IOException {
    Matcher matcher = RESOURCE.matcher(Files.readString(directory.resolve("log/" + name + ".log")));
    assertTrue(matcher.find(), "no resource in the log of " + name);
    return matcher.group(1);
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
