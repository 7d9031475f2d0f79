package io.evalbeam.io.source;

import io.evalbeam.io.http.UrlSecrets;
import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.jspecify.annotations.Nullable;

/**
 * How one source is found and read; an entry of the sources file.
 *
 * @param name unique, of lower-case letters, digits and underscores
 * @param format what the bytes are
 * @param location path, glob or http(s) URL
 * @param text source text as a whole; null to build it from the next two
 * @param url where a reader finds the source; null if not given
 * @param description what the source is; null if not given
 * @param model columns of the model name
 * @param developer columns of the organisation; null where the source has none
 * @param attributes further columns, in output order
 * @param benchmarks score columns, in output order
 * @param filters all must let a row pass
 * @param delimiter one character between CSV cells
 * @param tableSelector CSS selector of the table in a web page; null to look for the best header
 * @param tableIndex which of the tables, from 1; null to look for the best header
 * @param reading how headers and numbers are read
 */
@DefaultSchema(RecordSchemaProvider.class)
public record SourceDescription(
    String name,
    SourceFormat format,
    String location,
    @Nullable String text,
    @Nullable String url,
    @Nullable String description,
    ColumnPatterns model,
    @Nullable ColumnPatterns developer,
    List<AttributeColumn> attributes,
    List<BenchmarkColumn> benchmarks,
    List<RowFilter> filters,
    String delimiter,
    @Nullable String tableSelector,
    @Nullable Integer tableIndex,
    ReadingStyle reading) {

  public SourceDescription {
    attributes = List.copyOf(attributes);
    benchmarks = List.copyOf(benchmarks);
    filters = List.copyOf(filters);
  }

  /** Whether the location is fetched over HTTP. */
  public boolean isRemote() {
    String scheme = location.toLowerCase(Locale.ROOT);
    return scheme.startsWith("http://") || scheme.startsWith("https://");
  }

  /** The same source at another place. */
  public SourceDescription at(String otherLocation) {
    return new SourceDescription(
        name,
        format,
        otherLocation,
        text,
        url,
        description,
        model,
        developer,
        attributes,
        benchmarks,
        filters,
        delimiter,
        tableSelector,
        tableIndex,
        reading);
  }

  /** Whether the description itself says where a reader finds the source. */
  boolean hasSourceText() {
    return text != null || url != null || description != null;
  }

  /** {@code <url> (<description>)}, as far as given; the name where nothing is. */
  public String sourceText() {
    if (text != null) {
      return text;
    }
    String place = url;
    if (place == null && isRemote()) {
      place = UrlSecrets.mask(location);
    }
    if (place == null) {
      return description == null ? name : description;
    }
    return description == null ? place : place + " (" + description + ")";
  }
}
