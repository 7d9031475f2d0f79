package io.evalbeam.pipelines.cli;

import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Arguments kept in files: {@code @runner-configs/flink-local.args} stands for the lines of that
 * file. Blank lines and lines that start with {@code #} are left out, and so are options that the
 * command line itself gives: a file holds what usually holds.
 */
final class ArgumentFiles {
  private ArgumentFiles() {}

  static List<String> expand(List<String> arguments) {
    Set<String> given =
        arguments.stream()
            .filter(argument -> argument.startsWith("--"))
            .map(ArgumentFiles::name)
            .collect(Collectors.toSet());
    List<String> expanded = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.startsWith("@")) {
        lines(argument).stream().filter(line -> !given.contains(name(line))).forEach(expanded::add);
      } else {
        expanded.add(argument);
      }
    }
    return expanded;
  }

  private static List<String> lines(String argument) {
    try {
      return Files.readAllLines(Path.of(argument.substring(1))).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new InvalidConfigurationException(
          argument + ": the argument file cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /** An option without its value. */
  private static String name(String option) {
    int equals = option.indexOf('=');
    return equals < 0 ? option : option.substring(0, equals);
  }
}
