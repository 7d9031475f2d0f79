package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** A benchmark score with the row and the served variant it comes from. */
@DefaultSchema(RecordSchemaProvider.class)
public record ObservedScore(
    @SchemaFieldDescription("Benchmark key.") String benchmark,
    @SchemaFieldDescription("Score as stated.") double value,
    @SchemaFieldDescription("Unit; null when not described.") @Nullable String unit,
    @SchemaFieldDescription("Source name.") String source,
    @SchemaFieldDescription("Data row in the source, from 1.") int row,
    @SchemaFieldDescription("Model name as found there.") String rawName) {}
