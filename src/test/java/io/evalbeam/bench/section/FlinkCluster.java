package io.evalbeam.bench.section;

import io.evalbeam.bench.BenchContext;
import io.evalbeam.bench.measure.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Flink cluster of this machine while a section needs it. */
final class FlinkCluster implements AutoCloseable {
  private static final String SCRIPTS = "runner-configs/flink/";

  private final BenchContext bench;
  private final Path directory;
  private final int taskManagers;

  private FlinkCluster(BenchContext bench, Path directory, int taskManagers) {
    this.bench = bench;
    this.directory = directory;
    this.taskManagers = taskManagers;
  }

  /**
   * Starts a cluster whose TaskManagers have one slot each.
   *
   * @throws IOException when it cannot be started, with what the script says
   */
  static FlinkCluster up(BenchContext bench, int taskManagers)
      throws IOException, InterruptedException {
    Path directory = Files.createDirectories(bench.work().output("flink-" + taskManagers));
    FlinkCluster cluster = new FlinkCluster(bench, directory, taskManagers);
    bench.run(
        cluster.script(
            "cluster.sh",
            List.of("up", directory.toString(), Integer.toString(taskManagers), "1"),
            Map.of("FLINK_PORT", "0")));
    return cluster;
  }

  /** Name in the tables. */
  String title() {
    return "cluster, " + taskManagers + (taskManagers == 1 ? " TaskManager" : " TaskManagers");
  }

  /** A command of Evalbeam that runs on the cluster. */
  CommandLine command(String... arguments) {
    List<String> words = new ArrayList<>(List.of("client", directory.toString()));
    words.addAll(List.of(arguments));
    words.add("--parallelism=" + taskManagers);
    return script("submit.sh", words, Map.of("EVALBEAM_JAR", bench.programs().jar().toString()));
  }

  /** Numbers of the cluster's processes. */
  List<Long> processes() throws IOException {
    List<Long> numbers = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".pid")).toList()) {
        numbers.add(Long.parseLong(Files.readString(file).strip()));
      }
    }
    return numbers;
  }

  @Override
  public void close() throws IOException {
    try {
      bench.run(script("cluster.sh", List.of("down", directory.toString()), Map.of()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private CommandLine script(String name, List<String> arguments, Map<String, String> environment) {
    Path repository = bench.settings().repository();
    List<String> words = new ArrayList<>();
    words.add(repository.resolve(SCRIPTS + name).toString());
    words.addAll(arguments);
    return new CommandLine(words, repository, environment);
  }
}
