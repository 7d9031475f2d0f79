package io.evalbeam.pipelines.cli;

import io.evalbeam.pipelines.cli.OptionCatalogue.Option;
import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.options.AsOf;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Turns arguments into options. Beam's own parser stops at the first problem; this one looks at all
 * arguments first and reports every problem together.
 */
final class CommandLine {
  private CommandLine() {}

  /**
   * Parses the arguments after the command name.
   *
   * @throws InvalidConfigurationException with all problems
   */
  static EvalbeamOptions parse(Command command, List<String> arguments) {
    Map<String, Option> own = OptionCatalogue.of(command.optionsType());
    Map<String, Option> known = new TreeMap<>(own);
    for (Class<? extends PipelineOptions> registered :
        PipelineOptionsFactory.getRegisteredOptions()) {
      OptionCatalogue.of(registered).forEach(known::putIfAbsent);
    }
    List<String> problems = new ArrayList<>();
    List<String> accepted = new ArrayList<>();
    Map<String, String> seen = new LinkedHashMap<>();
    for (String argument : named(command.positional(), arguments)) {
      if (!argument.startsWith("--")) {
        problems.add(argument + ": options are written --name=value");
        continue;
      }
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
      String value = equals < 0 ? "true" : argument.substring(equals + 1);
      Option option = known.get(name);
      if (option == null) {
        problems.add("--" + name + ": no such option" + suggestion(name, own));
        continue;
      }
      if (seen.put(name, value) != null && !option.multiple()) {
        problems.add("--" + name + ": given more than once");
        continue;
      }
      Optional<String> problem = check(option, value, equals >= 0);
      if (problem.isPresent()) {
        problems.add(problem.get());
        continue;
      }
      accepted.add("--" + name + "=" + canonical(option, value));
    }
    for (Option option : OptionCatalogue.ownOptions(command.optionsType())) {
      if (option.required() && !seen.containsKey(option.name())) {
        problems.add("--" + option.name() + ": required. " + option.description());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    accepted.addAll(RunnerDefaults.arguments(seen));
    if (RunnerDefaults.isCluster(seen)) {
      WorkerPaths.makeAbsolute(accepted, own.values());
    }
    return options(command, accepted);
  }

  /** The arguments with the names of the options that plain ones fill; the others as they are. */
  private static List<String> named(List<String> positional, List<String> arguments) {
    Iterator<String> names = positional.iterator();
    List<String> named = new ArrayList<>();
    for (String argument : arguments) {
      boolean plain = !argument.startsWith("--") && names.hasNext();
      named.add(plain ? "--" + names.next() + "=" + argument : argument);
    }
    return named;
  }

  private static EvalbeamOptions options(Command command, List<String> accepted) {
    try {
      EvalbeamOptions options =
          PipelineOptionsFactory.fromArgs(accepted.toArray(String[]::new))
              .as(command.optionsType());
      options.setJobName("evalbeam-" + command.name());
      return options;
    } catch (IllegalArgumentException e) {
      // Options of runners are checked by Beam itself.
      throw new InvalidConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Optional<String> check(Option option, String value, boolean hasValue) {
    if (!hasValue && option.type() != boolean.class) {
      return Optional.of("--" + option.name() + ": needs a value, as --" + option.name() + "=...");
    }
    if (!option.declaredIn().getName().startsWith("io.evalbeam")) {
      return Optional.empty();
    }
    String problem = problem(option, value);
    return problem.isEmpty()
        ? Optional.empty()
        : Optional.of("--" + option.name() + "=" + value + ": " + problem);
  }

  private static String problem(Option option, String value) {
    Class<?> type = option.type();
    try {
      if (type == int.class || type == Integer.class) {
        Integer.parseInt(value);
      } else if (type == long.class || type == Long.class) {
        Long.parseLong(value);
      } else if (type == double.class || type == Double.class) {
        double number = Double.parseDouble(value);
        if (option.name().equals("maxIssueRatio") && !(number >= 0 && number <= 1)) {
          return "must be between 0 and 1";
        }
        return Double.isFinite(number) ? "" : "must be a finite number";
      } else if (type == boolean.class) {
        return value.equals("true") || value.equals("false") ? "" : "must be true or false";
      } else if (type.isEnum()) {
        return constant(type, value).isPresent() ? "" : "must be one of " + choices(type);
      } else if (option.name().equals("asOf")) {
        AsOf.parse(value);
      }
      return "";
    } catch (NumberFormatException e) {
      return "must be a number";
    } catch (DateTimeException e) {
      return "must be a date as 2026-01-31 or a date-time as 2026-01-31T12:00:00Z";
    }
  }

  private static String canonical(Option option, String value) {
    return option.type().isEnum() ? constant(option.type(), value).orElse(value) : value;
  }

  private static Optional<String> constant(Class<?> type, String value) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .filter(name -> name.equalsIgnoreCase(value.replace('-', '_')))
        .findFirst();
  }

  static String choices(Class<?> type) {
    return String.join(
        ", ",
        Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
            .toList());
  }

  private static String suggestion(String name, Map<String, Option> own) {
    return Suggestions.nearest(name, own.keySet())
        .map(near -> "; did you mean --" + near + "?")
        .orElse("");
  }
}
