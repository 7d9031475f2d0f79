package io.evalbeam.pipelines.cli;

import io.evalbeam.pipelines.run.FlinkCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runner options that a real run wants and that Beam defaults differently. */
public final class RunnerDefaults {
  private RunnerDefaults() {}

  /**
   * Arguments to add to those the user gave.
   *
   * @param given options the user gave, values by name
   */
  public static List<String> arguments(Map<String, String> given) {
    String runner = runner(given);
    if (runner.isEmpty() || runner.contains("direct")) {
      return direct(given);
    }
    return runner.contains("flink") ? flink(given) : List.of();
  }

  /** Whether the workers run elsewhere than in this process. */
  static boolean isCluster(Map<String, String> given) {
    String runner = runner(given);
    return runner.contains("flink")
        ? FlinkCluster.isMeantBy(given.getOrDefault("flinkMaster", "[auto]"))
        : !runner.isEmpty() && !runner.contains("direct");
  }

  private static String runner(Map<String, String> given) {
    return given.getOrDefault("runner", "").toLowerCase(Locale.ROOT);
  }

  private static List<String> direct(Map<String, String> given) {
    List<String> defaults = new ArrayList<>();
    // Checks for bugs in transforms: the tests run with them, users need not pay for them.
    addUnlessGiven(defaults, given, "enforceImmutability", "false");
    addUnlessGiven(defaults, given, "enforceEncodability", "false");
    // The client watches progress while the pipeline runs.
    addUnlessGiven(defaults, given, "blockOnRun", "false");
    addUnlessGiven(defaults, given, "targetParallelism", Integer.toString(processors()));
    return defaults;
  }

  /** The embedded cluster gets memory for its slots, a real one is told when to restart the job. */
  private static List<String> flink(Map<String, String> given) {
    if (given.containsKey("flinkConfDir")) {
      return List.of();
    }
    if (isCluster(given)) {
      // Flink's command line brings its own configuration, and so does who sets the variable.
      boolean own = given.containsKey("flinkMaster") && System.getenv("FLINK_CONF_DIR") == null;
      return own ? List.of(configuration(FlinkConfiguration.client())) : List.of();
    }
    String slots = given.getOrDefault("parallelism", Integer.toString(processors()));
    if (!slots.matches("[1-9][0-9]{0,3}")) {
      return List.of();
    }
    long heapMegabytes = Runtime.getRuntime().maxMemory() >> 20;
    return List.of(
        configuration(FlinkConfiguration.embedded(Integer.parseInt(slots), heapMegabytes)));
  }

  private static String configuration(String text) {
    return "--flinkConfDir=" + FlinkConfiguration.write(text);
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static void addUnlessGiven(
      List<String> defaults, Map<String, String> given, String name, String value) {
    if (!given.containsKey(name)) {
      defaults.add("--" + name + "=" + value);
    }
  }
}
