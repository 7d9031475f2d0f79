package io.evalbeam.io.source;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * The headers under which a column may be found, best first.
 *
 * @param patterns header texts, case and white space ignored; {@code *} stands for any text
 * @param expected whether its absence is worth a warning; false for built-in mappings
 */
@DefaultSchema(RecordSchemaProvider.class)
public record ColumnPatterns(List<String> patterns, boolean expected) {
  public ColumnPatterns {
    patterns = List.copyOf(patterns);
  }
}
