package io.evalbeam.testing;

import io.evalbeam.pipelines.cli.Main;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line run inside the test's process.
 *
 * @param exitCode how it ended
 * @param output what it printed
 * @param errors what it complained about, log lines of all libraries included
 */
public record CommandRun(ExitCode exitCode, String output, String errors) {

  /** Runs {@code arguments} without a person at the terminal. */
  public static CommandRun of(String... arguments) {
    return run("", false, List.of(arguments));
  }

  /** Runs a job on the runner that the build chose for this test run. */
  public static CommandRun job(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (Pipelines.onFlink()) {
      all.addAll(List.of("--runner=FlinkRunner", "--parallelism=2"));
    } else {
      all.addAll(List.of("--enforceImmutability=true", "--enforceEncodability=true"));
    }
    return run("", false, all);
  }

  /** Runs {@code arguments} with a person who types {@code input}. */
  public static CommandRun typing(String input, String... arguments) {
    return run(input, true, List.of(arguments));
  }

  private static CommandRun run(String input, boolean interactive, List<String> arguments) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    PrintStream errorStream = new PrintStream(errors, true, StandardCharsets.UTF_8);
    Console console =
        new Console(
            new PrintStream(output, true, StandardCharsets.UTF_8),
            errorStream,
            new BufferedReader(new StringReader(input)),
            interactive);
    PrintStream before = System.err;
    System.setErr(errorStream);
    ExitCode exitCode;
    try {
      exitCode = Main.run(arguments, console);
    } finally {
      System.setErr(before);
    }
    return new CommandRun(
        exitCode, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
  }
}
