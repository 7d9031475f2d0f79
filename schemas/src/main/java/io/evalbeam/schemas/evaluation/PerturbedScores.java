package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** Exact moments of what a perturbation does to one model. */
@DefaultSchema(RecordSchemaProvider.class)
@SuppressWarnings("ArrayRecordComponent") // rows are written and read, never compared
public record PerturbedScores(
    @SchemaFieldDescription("Position of the model.") int model,
    @SchemaFieldDescription("perturbation, robustness or fairness.") String kind,
    @SchemaFieldDescription("Name of the perturbation; null for a kind.")
        @Nullable String perturbation,
    @SchemaFieldDescription("Moments of the originals.") byte[] original,
    @SchemaFieldDescription("Moments of the copies, or of the worst.") byte[] perturbed,
    @SchemaFieldDescription("Moments of original minus copy, or minus the worst.") byte[] drop) {}
