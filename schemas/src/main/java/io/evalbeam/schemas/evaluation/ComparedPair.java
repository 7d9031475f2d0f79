package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** Exact sums over the instances two models share; positions are those of the models. */
@DefaultSchema(RecordSchemaProvider.class)
@SuppressWarnings("ArrayRecordComponent") // rows are written and read, never compared
public record ComparedPair(
    @SchemaFieldDescription("Position of the first model.") int first,
    @SchemaFieldDescription("Position of the second model.") int second,
    @SchemaFieldDescription("Exact sums of the paired differences.") byte[] sums) {}
