package io.evalbeam.io.source;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.jspecify.annotations.Nullable;

/**
 * Leaves rows out by one column.
 *
 * @param column header text, or the key of a JSON record or manual entry
 * @param include regular expression that must be found in the cell; null for no demand
 * @param exclude regular expression that must not be found in the cell; null for no demand
 */
@DefaultSchema(RecordSchemaProvider.class)
public record RowFilter(String column, @Nullable String include, @Nullable String exclude) {}
