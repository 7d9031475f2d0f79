package io.evalbeam.pipelines.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Runner options that a real run wants and that Beam defaults differently. */
public final class RunnerDefaults {
  private static final Set<String> EMBEDDED = Set.of("[auto]", "[local]");

  private RunnerDefaults() {}

  /**
   * Arguments to add to those the user gave.
   *
   * @param given options the user gave, values by name
   */
  public static List<String> arguments(Map<String, String> given) {
    String runner = given.getOrDefault("runner", "").toLowerCase(Locale.ROOT);
    if (runner.isEmpty() || runner.contains("direct")) {
      return direct(given);
    }
    return runner.contains("flink") ? flink(given) : List.of();
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

  /** A cluster has a configuration of its own; the embedded one gets what its slots need. */
  private static List<String> flink(Map<String, String> given) {
    boolean embedded = EMBEDDED.contains(given.getOrDefault("flinkMaster", "[auto]"));
    String slots = given.getOrDefault("parallelism", Integer.toString(processors()));
    if (!embedded || given.containsKey("flinkConfDir") || !slots.matches("[1-9][0-9]{0,3}")) {
      return List.of();
    }
    return List.of("--flinkConfDir=" + EmbeddedFlink.writeConfiguration(Integer.parseInt(slots)));
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
