package io.evalbeam.pipelines.cli;

import io.evalbeam.pipelines.cli.OptionCatalogue.Option;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Relative local paths as workers elsewhere can open them. */
final class WorkerPaths {
  private WorkerPaths() {}

  /**
   * Replaces the relative paths among the arguments by absolute ones, and adds those of defaults.
   */
  static void makeAbsolute(List<String> arguments, Collection<Option> options) {
    for (Option option : options) {
      if (option.workerPath()) {
        String name = "--" + option.name() + "=";
        boolean given = arguments.stream().anyMatch(argument -> argument.startsWith(name));
        if (!given && !option.defaultText().isEmpty()) {
          arguments.add(name + option.defaultText());
        }
        arguments.replaceAll(
            argument ->
                argument.startsWith(name)
                    ? name + absolute(argument.substring(name.length()))
                    : argument);
      }
    }
  }

  private static String absolute(String path) {
    if (path.contains("://") || path.startsWith("/")) {
      return path;
    }
    // Joined as text: normalising would take a glob for a name.
    return Path.of("").toAbsolutePath() + "/" + path;
  }
}
