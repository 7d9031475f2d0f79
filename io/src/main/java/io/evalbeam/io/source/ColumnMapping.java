package io.evalbeam.io.source;

import io.evalbeam.schemas.tracking.ModelAttribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which columns mean what: the {@code columns} and {@code benchmarks} of an entry, laid over the
 * built-in ones of its format.
 */
final class ColumnMapping {
  private final boolean expected;
  private @Nullable ColumnPatterns model;
  private @Nullable ColumnPatterns developer;
  private final Map<ModelAttribute, AttributeColumn> attributes = new LinkedHashMap<>();
  private final Map<String, BenchmarkColumn> benchmarks = new LinkedHashMap<>();

  /**
   * Reads the mapping below a node.
   *
   * @param builtIn overridden field by field; null when the format has none
   */
  ColumnMapping(ConfigNode node, @Nullable ColumnMapping builtIn, boolean expected) {
    this.expected = expected;
    if (builtIn != null) {
      model = builtIn.model;
      developer = builtIn.developer;
      attributes.putAll(builtIn.attributes);
      benchmarks.putAll(builtIn.benchmarks);
    }
    ConfigNode columns = node.object("columns");
    if (columns != null) {
      readColumns(columns);
    }
    ConfigNode scores = node.object("benchmarks");
    if (scores != null) {
      scores.keys().forEach(key -> readBenchmark(key, scores.columnObject(key)));
    }
  }

  @Nullable ColumnPatterns model() {
    return model;
  }

  @Nullable ColumnPatterns developer() {
    return developer;
  }

  List<AttributeColumn> attributes() {
    return new ArrayList<>(attributes.values());
  }

  List<BenchmarkColumn> benchmarks() {
    return new ArrayList<>(benchmarks.values());
  }

  private void readColumns(ConfigNode columns) {
    model = patterns(columns, "model", model);
    developer = patterns(columns, "developer", developer);
    ConfigNode mapped = columns.object("attributes");
    columns.rejectUnknownKeys();
    if (mapped == null) {
      return;
    }
    for (String key : mapped.keys()) {
      Optional<ModelAttribute> attribute = ModelAttribute.ofKey(key);
      if (attribute.isEmpty()) {
        mapped.problem("unknown attribute '" + key + "'");
        continue;
      }
      ConfigNode column = mapped.columnObject(key);
      Number scale = column.positiveNumber("scale");
      ColumnPatterns patterns = requiredPatterns(column);
      attributes.put(
          attribute.get(),
          new AttributeColumn(attribute.get(), patterns, scale == null ? 1 : scale.doubleValue()));
      column.rejectUnknownKeys();
    }
  }

  private void readBenchmark(String key, ConfigNode column) {
    if (!key.matches("[a-z0-9_.]+")) {
      column.problem("a benchmark key has lower-case letters, digits, points and underscores only");
    }
    String unit = column.text("unit");
    benchmarks.put(key, new BenchmarkColumn(key, requiredPatterns(column), unit));
    column.rejectUnknownKeys();
  }

  private ColumnPatterns requiredPatterns(ConfigNode column) {
    if (!column.has("column")) {
      column.problem("'column' is missing");
    }
    return new ColumnPatterns(column.texts("column"), expected);
  }

  private @Nullable ColumnPatterns patterns(
      ConfigNode columns, String key, @Nullable ColumnPatterns builtIn) {
    List<String> patterns = columns.texts(key);
    return patterns.isEmpty() ? builtIn : new ColumnPatterns(patterns, expected);
  }
}
