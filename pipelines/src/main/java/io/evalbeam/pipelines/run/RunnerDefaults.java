package io.evalbeam.pipelines.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Runner options that a real run wants and that Beam defaults differently. */
public final class RunnerDefaults {
  private RunnerDefaults() {}

  /**
   * Arguments to add to those the user gave.
   *
   * @param runner value of {@code --runner}; empty for the default
   * @param given names of the options the user gave
   */
  public static List<String> arguments(String runner, Set<String> given) {
    if (!runner.isEmpty() && !runner.toLowerCase(Locale.ROOT).contains("direct")) {
      return List.of();
    }
    List<String> defaults = new ArrayList<>();
    // Checks for bugs in transforms: the tests run with them, users need not pay for them.
    addUnlessGiven(defaults, given, "enforceImmutability", "false");
    addUnlessGiven(defaults, given, "enforceEncodability", "false");
    // The client watches progress while the pipeline runs.
    addUnlessGiven(defaults, given, "blockOnRun", "false");
    addUnlessGiven(
        defaults,
        given,
        "targetParallelism",
        Integer.toString(Runtime.getRuntime().availableProcessors()));
    return defaults;
  }

  private static void addUnlessGiven(
      List<String> defaults, Set<String> given, String name, String value) {
    if (!given.contains(name)) {
      defaults.add("--" + name + "=" + value);
    }
  }
}
