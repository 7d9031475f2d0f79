package io.evalbeam.pipelines.cli;

import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Entry point: {@code evalbeam COMMAND [--option=value ...]}; without arguments the demo. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    Console console =
        new Console(
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8),
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
            Terminals.isInteractive());
    System.exit(run(List.of(arguments), console).status());
  }

  /** Runs a command inside this process. */
  public static ExitCode run(List<String> arguments, Console console) {
    List<Command> commands = Commands.all();
    String name = arguments.isEmpty() ? "demo" : arguments.get(0);
    List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
    if (name.equals("help") || name.equals("--help") || name.equals("-h")) {
      return help(commands, rest, console);
    }
    Optional<Command> command = find(commands, name);
    if (command.isEmpty()) {
      return unknown(commands, name, console);
    }
    if (rest.contains("--help") || rest.contains("-h")) {
      Help.command(command.get(), console);
      return ExitCode.DONE;
    }
    return run(command.get(), rest, console);
  }

  private static ExitCode run(Command command, List<String> arguments, Console console) {
    try {
      return command.run(CommandLine.parse(command, ArgumentFiles.expand(arguments)), console);
    } catch (InvalidConfigurationException e) {
      console.error("evalbeam " + command.name() + ": the run was not started:");
      e.problems().forEach(problem -> console.error("  " + problem));
      console.error("See: evalbeam help " + command.name());
      return ExitCode.WRONG_USAGE;
    } catch (Exception | Error e) {
      // Errors too: what a runner's worker died of arrives here, and users get words, not a trace.
      Failures.describe(command.name(), e).forEach(console::error);
      return ExitCode.FAILED;
    }
  }

  private static ExitCode help(List<Command> commands, List<String> topic, Console console) {
    if (topic.isEmpty()) {
      Help.overview(commands, console);
      return ExitCode.DONE;
    }
    Optional<Command> command = find(commands, topic.get(0));
    if (command.isEmpty()) {
      return unknown(commands, topic.get(0), console);
    }
    Help.command(command.get(), console);
    return ExitCode.DONE;
  }

  private static ExitCode unknown(List<Command> commands, String name, Console console) {
    String near =
        Suggestions.nearest(name, commands.stream().map(Command::name).toList())
            .map(candidate -> "; did you mean " + candidate + "?")
            .orElse("");
    console.error("evalbeam: no command " + name + near);
    console.error("");
    Help.overview(commands, console);
    return ExitCode.WRONG_USAGE;
  }

  private static Optional<Command> find(List<Command> commands, String name) {
    return commands.stream().filter(command -> command.name().equals(name)).findFirst();
  }
}
