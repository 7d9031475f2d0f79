package io.evalbeam.io.source;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.jspecify.annotations.Nullable;

/**
 * A column of scores.
 *
 * @param key benchmark key in the output
 * @param columns where it is found
 * @param unit such as {@code elo}, {@code percent} or {@code fraction}; null when not described
 */
@DefaultSchema(RecordSchemaProvider.class)
public record BenchmarkColumn(String key, ColumnPatterns columns, @Nullable String unit) {}
