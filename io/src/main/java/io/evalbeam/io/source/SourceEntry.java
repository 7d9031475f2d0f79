package io.evalbeam.io.source;

import io.evalbeam.schemas.reference.StrictYaml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/** Reads one entry of the sources file and notes what is wrong with it. */
final class SourceEntry {
  private static final ColumnPatterns NO_PATTERNS = new ColumnPatterns(List.of(), false);

  private final ConfigNode entry;

  SourceEntry(ConfigNode entry) {
    this.entry = entry;
  }

  SourceDescription read() {
    String name = entry.requiredText("name");
    if (!name.isEmpty() && !name.matches("[a-z0-9_]+")) {
      entry.problem("'name' has lower-case letters, digits and underscores only: " + name);
    }
    SourceFormat format = format();
    String location = entry.requiredText("location");
    String text = entry.text("text");
    String url = entry.text("url");
    String description = entry.text("description");
    if (text != null && (url != null || description != null)) {
      entry.problem("'text' stands for the whole source text; leave 'url' and 'description' out");
    }
    ReadingStyle reading = reading(format);
    ColumnMapping mapping = mapping(format);
    List<RowFilter> filters = entry.objects("filters").stream().map(this::filter).toList();
    String delimiter = delimiter(format);
    ConfigNode table = entry.object("table");
    String selector = table == null ? null : selector(table, format);
    Integer index = table == null ? null : index(table, format);
    if (table != null) {
      table.rejectUnknownKeys();
    }
    entry.rejectUnknownKeys();
    ColumnPatterns model = mapping.model();
    return new SourceDescription(
        name,
        format,
        location,
        text,
        url,
        description,
        model == null ? NO_PATTERNS : model,
        mapping.developer(),
        mapping.attributes(),
        mapping.benchmarks(),
        filters,
        delimiter,
        selector,
        index,
        reading);
  }

  private SourceFormat format() {
    String key = entry.requiredText("format");
    Optional<SourceFormat> format = SourceFormat.ofKey(key);
    if (format.isEmpty() && !key.isEmpty()) {
      String known =
          Arrays.stream(SourceFormat.values())
              .map(SourceFormat::key)
              .collect(Collectors.joining(", "));
      entry.problem("unknown format '" + key + "'; known are " + known);
    }
    return format.orElse(SourceFormat.CSV);
  }

  private ReadingStyle reading(SourceFormat format) {
    String key = entry.text("reading");
    if (key == null || key.equals("exact")) {
      return ReadingStyle.EXACT;
    }
    if (!key.equals("tracker")) {
      entry.problem("'reading' must be exact or tracker");
    } else if (!format.isTable()) {
      entry.problem("'reading: tracker' does not apply to " + format.key());
    }
    return ReadingStyle.TRACKER;
  }

  private ColumnMapping mapping(SourceFormat format) {
    ColumnMapping mapping =
        switch (format) {
          case CSV, HTML_TABLE, MARKDOWN_TABLE -> new ColumnMapping(entry, null, true);
          case EPOCH_CSV -> new ColumnMapping(entry, builtIn("epoch"), true);
          case MANUAL_CSV, MANUAL_YAML -> new ColumnMapping(entry, builtIn("manual"), true);
          case JSON_MODELS -> {
            if (entry.has("columns")) {
              entry.problem("the keys of json_models are fixed; leave 'columns' out");
            }
            yield new ColumnMapping(entry, null, true);
          }
        };
    if (mapping.model() == null && format != SourceFormat.JSON_MODELS) {
      entry.problem("'columns.model' is missing");
    }
    return mapping;
  }

  /** The mapping that a format brings along; its columns may be absent without a warning. */
  private static ColumnMapping builtIn(String name) {
    String path = String.format(Locale.ROOT, "/io/evalbeam/io/source/%s.yaml", name);
    List<String> problems = new ArrayList<>();
    ConfigNode node = ConfigNode.of(StrictYaml.parseResource(path, Object.class), path, problems);
    ColumnMapping mapping = new ColumnMapping(node, null, false);
    node.rejectUnknownKeys();
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join("\n", problems));
    }
    return mapping;
  }

  private RowFilter filter(ConfigNode filter) {
    String column = filter.requiredText("column");
    String include = expression(filter, "include");
    String exclude = expression(filter, "exclude");
    if (include == null && exclude == null) {
      filter.problem("'include' or 'exclude' is missing");
    }
    filter.rejectUnknownKeys();
    return new RowFilter(column, include, exclude);
  }

  private static @Nullable String expression(ConfigNode filter, String key) {
    String expression = filter.text(key);
    if (expression == null) {
      return null;
    }
    try {
      return Pattern.compile(expression).pattern();
    } catch (PatternSyntaxException e) {
      filter.problem("'" + key + "' is no regular expression: " + e.getDescription());
      return null;
    }
  }

  private String delimiter(SourceFormat format) {
    String delimiter = entry.text("delimiter");
    if (delimiter == null) {
      return ",";
    }
    switch (format) {
      case CSV, EPOCH_CSV, MANUAL_CSV -> {
        if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
          entry.problem("'delimiter' must be one character other than a quote or a line end");
        }
      }
      case HTML_TABLE, MARKDOWN_TABLE, JSON_MODELS, MANUAL_YAML ->
          entry.problem("'delimiter' does not apply to " + format.key());
    }
    return delimiter;
  }

  private static @Nullable String selector(ConfigNode table, SourceFormat format) {
    String selector = table.text("selector");
    if (selector == null) {
      return null;
    }
    if (format != SourceFormat.HTML_TABLE) {
      table.problem("'selector' does not apply to " + format.key());
    }
    try {
      QueryParser.parse(selector);
    } catch (SelectorParseException | IllegalArgumentException e) {
      table.problem("'selector' is no CSS selector: " + selector);
    }
    return selector;
  }

  private static @Nullable Integer index(ConfigNode table, SourceFormat format) {
    Number index = table.positiveNumber("index");
    if (index == null) {
      return null;
    }
    if (format != SourceFormat.HTML_TABLE && format != SourceFormat.MARKDOWN_TABLE) {
      table.problem("'index' does not apply to " + format.key());
    }
    if (!(index instanceof Integer)) {
      table.problem("'index' must be a whole number");
    }
    return index.intValue();
  }
}
