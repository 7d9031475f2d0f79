package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** A model in a comparison, with the exact moments of its instance scores. */
@DefaultSchema(RecordSchemaProvider.class)
@SuppressWarnings("ArrayRecordComponent") // rows are written and read, never compared
public record ComparedModel(
    @SchemaFieldDescription("Identifier of the model.") String modelId,
    @SchemaFieldDescription("Model as found.") String modelName,
    @SchemaFieldDescription("Deployment as found.") @Nullable String modelDeployment,
    @SchemaFieldDescription("Model family.") @Nullable String modelFamily,
    @SchemaFieldDescription("Developer.") @Nullable String developer,
    @SchemaFieldDescription("SHA-256 of the prompt settings.") String promptSettings,
    @SchemaFieldDescription("Exact moments of the instance scores.") byte[] moments,
    @SchemaFieldDescription("Instances without a score.") long nMissing) {}
