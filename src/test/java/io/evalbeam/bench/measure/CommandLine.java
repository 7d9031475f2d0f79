package io.evalbeam.bench.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program with its arguments.
 *
 * @param words the program and its arguments
 * @param folder where it is started
 * @param environment variables beside those of this process
 */
public record CommandLine(List<String> words, Path folder, Map<String, String> environment) {
  public CommandLine {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  public CommandLine(List<String> words, Path folder) {
    this(words, folder, Map.of());
  }
}
