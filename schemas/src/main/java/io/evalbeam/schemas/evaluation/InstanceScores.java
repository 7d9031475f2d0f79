package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/**
 * Scores by instance in compact form. Runs that asked the same instances have equal keys and texts,
 * which a Parquet dictionary stores once. The arrays are never changed.
 */
@DefaultSchema(RecordSchemaProvider.class)
@SuppressWarnings("ArrayRecordComponent") // rows are written and read, never compared
public record InstanceScores(
    @SchemaFieldDescription("Instance scores in the order of the keys.") byte[] values,
    @SchemaFieldDescription("Instance keys, sorted.") byte[] keys,
    @SchemaFieldDescription("Hash of question and references of each instance, 0 if unknown.")
        byte[] texts) {}
