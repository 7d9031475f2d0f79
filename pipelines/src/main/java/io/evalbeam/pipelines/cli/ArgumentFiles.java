package io.evalbeam.pipelines.cli;

import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Arguments kept in files: {@code @runner-configs/flink-local.args} stands for the lines of that
 * file. Blank lines and lines that start with {@code #} are left out.
 */
final class ArgumentFiles {
  private ArgumentFiles() {}

  static List<String> expand(List<String> arguments) {
    List<String> expanded = new ArrayList<>();
    for (String argument : arguments) {
      if (!argument.startsWith("@")) {
        expanded.add(argument);
        continue;
      }
      try {
        Files.readAllLines(Path.of(argument.substring(1))).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .forEach(expanded::add);
      } catch (IOException e) {
        throw new InvalidConfigurationException(
            argument + ": the argument file cannot be read (" + e.getMessage() + ")", e);
      }
    }
    return expanded;
  }
}
