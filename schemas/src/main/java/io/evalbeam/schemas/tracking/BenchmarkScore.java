package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/**
 * A model's score on a benchmark, in one row of one source.
 *
 * @param benchmark benchmark key of the source description
 * @param value finite
 * @param unit such as {@code elo} or {@code percent}; null when the description gives none
 */
@DefaultSchema(RecordSchemaProvider.class)
public record BenchmarkScore(
    @SchemaFieldDescription("Benchmark key of the source description.") String benchmark,
    @SchemaFieldDescription("Score as stated; finite.") double value,
    @SchemaFieldDescription("elo, percent or another unit; null when not described.")
        @Nullable String unit) {}
