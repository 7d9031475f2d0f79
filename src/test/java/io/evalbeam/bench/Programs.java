package io.evalbeam.bench;

import io.evalbeam.bench.measure.CommandLine;
import io.evalbeam.bench.peer.DuckDbScript;
import io.evalbeam.bench.peer.TokenScan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Command lines of what is compared, each in a virtual machine of its own.
 *
 * @param repository root of the checkout, where all are started
 */
public record Programs(Path repository) {
  /** What {@code ./evalbeam} gives the virtual machine besides the jar. */
  private static final List<String> RECOMMENDED = List.of("@runner-configs/jvm.args");

  /** A command of Evalbeam, as users run it. */
  public CommandLine evalbeam(String... arguments) {
    return evalbeam(RECOMMENDED, arguments);
  }

  /** A command of Evalbeam with other options of the virtual machine than the recommended ones. */
  public CommandLine evalbeam(List<String> virtualMachine, String... arguments) {
    List<String> words = new ArrayList<>(List.of(java()));
    words.addAll(virtualMachine);
    words.addAll(List.of("-jar", jar().toString()));
    words.addAll(List.of(arguments));
    return new CommandLine(words, repository);
  }

  /** One of the scripts of DuckDB. */
  public CommandLine duckDb(String script, Path input, Path output) {
    return peer(DuckDbScript.class, "--script=" + script, "--input=" + input, "--output=" + output);
  }

  /** The scan of all tokens. */
  public CommandLine tokenScan(Path input) {
    return peer(TokenScan.class, "--input=" + input);
  }

  /** A virtual machine that does nothing. */
  public CommandLine virtualMachine() {
    return new CommandLine(List.of(java(), "-version"), repository);
  }

  /** The jar with everything. */
  public Path jar() {
    return repository.resolve("pipelines/target/evalbeam-bundled.jar");
  }

  private CommandLine peer(Class<?> program, String... arguments) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of(java(), "-cp", System.getProperty("java.class.path"), program.getName()));
    words.addAll(List.of(arguments));
    return new CommandLine(words, repository);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
