package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** An estimate that was not chosen, in short; the whole is in {@code flop_estimates}. */
@DefaultSchema(RecordSchemaProvider.class)
public record AlternativeEstimate(
    @SchemaFieldDescription("Training compute, FLOP.") double flop,
    @SchemaFieldDescription("How much rests on published details.") Confidence confidence,
    @SchemaFieldDescription("How the estimate was made.") EstimationMethod method,
    @SchemaFieldDescription("The calculation in a sentence.") String reasoning) {}
