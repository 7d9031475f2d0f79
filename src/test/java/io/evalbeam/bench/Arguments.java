package io.evalbeam.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Options of a main class, written {@code --name=value}. */
public final class Arguments {
  private final Map<String, String> values = new LinkedHashMap<>();

  private Arguments() {}

  /**
   * Reads a command line.
   *
   * @param known names that may be given
   * @throws IllegalArgumentException for anything else
   */
  public static Arguments of(Set<String> known, String... arguments) {
    Arguments result = new Arguments();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name =
          argument.startsWith("--") && equals > 0 ? argument.substring(2, equals) : argument;
      if (!known.contains(name)) {
        throw new IllegalArgumentException(argument + ": known are " + known);
      }
      result.values.put(name, argument.substring(equals + 1));
    }
    return result;
  }

  /** A whole number, or what stands for it when it was not given. */
  public long number(String name, long otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Long.parseLong(value);
  }

  /** A whole number of an index's size, or what stands for it when it was not given. */
  public int integer(String name, int otherwise) {
    return Math.toIntExact(number(name, otherwise));
  }

  /** A text, or what stands for it when it was not given. */
  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /**
   * A path.
   *
   * @throws NullPointerException when it was not given
   */
  public Path path(String name) {
    return Path.of(Objects.requireNonNull(values.get(name), "--" + name + " is required"));
  }
}
