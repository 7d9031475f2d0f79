package io.evalbeam.io.source;

import java.util.Locale;
import java.util.Optional;

/** The formats in which model lists arrive. */
public enum SourceFormat {
  /** Character-separated values with a header row. */
  CSV,
  /** The table of a web page. */
  HTML_TABLE,
  /** A pipe table of a Markdown file. */
  MARKDOWN_TABLE,
  /** A JSON object with {@code metadata} and a list of {@code models}. */
  JSON_MODELS,
  /** Epoch AI's model export; the columns are known and may be overridden. */
  EPOCH_CSV,
  /** Hand-written entries as a YAML list. */
  MANUAL_YAML,
  /** Hand-written entries as CSV; the columns are known and may be overridden. */
  MANUAL_CSV;

  /** Name in source descriptions: {@code html_table}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format with this key, if there is one. */
  public static Optional<SourceFormat> ofKey(String key) {
    for (SourceFormat format : values()) {
      if (format.key().equals(key)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Whether rows are cells below a header. */
  boolean isTable() {
    return switch (this) {
      case CSV, HTML_TABLE, MARKDOWN_TABLE, EPOCH_CSV, MANUAL_CSV -> true;
      case JSON_MODELS, MANUAL_YAML -> false;
    };
  }
}
