package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/** Bytes that several rows have in common. */
@DefaultSchema(RecordSchemaProvider.class)
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record SharedBytes(byte[] bytes) {}
