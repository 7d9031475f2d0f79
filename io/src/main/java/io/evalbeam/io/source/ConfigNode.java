package io.evalbeam.io.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object of a configuration file. Every wrong type and, at the end, every key that nobody asked
 * for is noted as a problem with its place; reading goes on, so that all are found at once.
 */
final class ConfigNode {
  private final Map<?, ?> values;
  private final String place;
  private final List<String> problems;
  private final Set<String> known = new LinkedHashSet<>();

  private ConfigNode(Map<?, ?> values, String place, List<String> problems) {
    this.values = values;
    this.place = place;
    this.problems = problems;
  }

  /** A node for a value; an empty one, with a problem, when it is no object. */
  static ConfigNode of(@Nullable Object value, String place, List<String> problems) {
    if (value instanceof Map<?, ?> map) {
      return new ConfigNode(map, place, problems);
    }
    problems.add(place + ": an object was expected");
    return new ConfigNode(Map.of(), place, problems);
  }

  void problem(String sentence) {
    problems.add(place + ": " + sentence);
  }

  boolean has(String key) {
    return values.get(key) != null;
  }

  /** Keys in the order of the file. */
  List<String> keys() {
    return values.keySet().stream().map(String::valueOf).toList();
  }

  /** Text of a scalar; null when absent or, with a problem, when it is no text or blank. */
  @Nullable String text(String key) {
    Object value = value(key);
    if (value == null) {
      return null;
    }
    if (value instanceof String text && !text.isEmpty()) {
      return text;
    }
    problem("'" + key + "' must be text");
    return null;
  }

  /** Text that must be there; empty, with a problem, when it is not. */
  String requiredText(String key) {
    String text = text(key);
    if (text == null && !has(key)) {
      problem("'" + key + "' is missing");
    }
    return text == null ? "" : text;
  }

  /** A number greater than zero; null when absent or, with a problem, when it is something else. */
  @Nullable Number positiveNumber(String key) {
    Object value = value(key);
    if (value == null) {
      return null;
    }
    if (value instanceof Number number && number.doubleValue() > 0) {
      return number;
    }
    // YAML reads 1e9 as text because it wants a point.
    if (value instanceof String text && text.matches("\\d+(\\.\\d+)?[eE][+-]?\\d{1,3}")) {
      return Double.valueOf(text);
    }
    problem("'" + key + "' must be a number greater than zero");
    return null;
  }

  /** One text or a list of texts; empty when absent. */
  List<String> texts(String key) {
    Object value = value(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof String text && !text.isBlank()) {
      return List.of(text);
    }
    if (value instanceof List<?> items
        && !items.isEmpty()
        && items.stream().allMatch(item -> item instanceof String text && !text.isBlank())) {
      return items.stream().map(String::valueOf).toList();
    }
    problem("'" + key + "' must be a text or a list of texts");
    return List.of();
  }

  /** The object below a key; null when absent. */
  @Nullable ConfigNode object(String key) {
    Object value = value(key);
    return value == null ? null : of(value, place + "." + key, problems);
  }

  /** The objects of a list; empty when absent. */
  List<ConfigNode> objects(String key) {
    Object value = value(key);
    List<ConfigNode> nodes = new ArrayList<>();
    if (value instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        nodes.add(of(items.get(i), place + "." + key + "[" + (i + 1) + "]", problems));
      }
    } else if (value != null) {
      problem("'" + key + "' must be a list");
    }
    return nodes;
  }

  /** A text, a list of texts or an object below a key, as an object with the key {@code column}. */
  ConfigNode columnObject(String key) {
    Object value = value(key);
    if (value instanceof Map<?, ?>) {
      return of(value, place + "." + key, problems);
    }
    Map<String, @Nullable Object> column = new LinkedHashMap<>();
    column.put("column", value);
    return new ConfigNode(column, place + "." + key, problems);
  }

  /** Notes the keys that were never asked for. */
  void rejectUnknownKeys() {
    for (String key : keys()) {
      if (!known.contains(key)) {
        problem("unknown key '" + key + "'; known are " + String.join(", ", known));
      }
    }
  }

  private @Nullable Object value(String key) {
    known.add(key);
    return values.get(key);
  }
}
