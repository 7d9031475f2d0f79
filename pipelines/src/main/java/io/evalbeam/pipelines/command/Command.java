package io.evalbeam.pipelines.command;

import io.evalbeam.pipelines.options.EvalbeamOptions;
import java.util.List;

/**
 * One command of the command line.
 *
 * <p>Creating a command must not load Beam: {@code help} creates them all.
 */
public interface Command {
  /** Name on the command line. */
  String name();

  /** One line for the overview. */
  String summary();

  /** A paragraph for {@code help COMMAND}. */
  String description();

  /** Arguments of one or more useful invocations, without the command name. */
  List<String> examples();

  /** Options the command understands besides those of the runner. */
  Class<? extends EvalbeamOptions> optionsType();

  /** Options that arguments without {@code --name=} fill, in order. */
  default List<String> positional() {
    return List.of();
  }

  /**
   * Runs the command.
   *
   * @param options of {@link #optionsType()}
   * @throws Exception on anything that is not an expected data error; the caller reports it
   */
  ExitCode run(EvalbeamOptions options, Console console) throws Exception;
}
