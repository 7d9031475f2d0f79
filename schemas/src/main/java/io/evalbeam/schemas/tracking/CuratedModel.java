package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** One row of the two curated tables with typed columns; the CSV files hold the cells as typed. */
@TableSpec(
    name = "curated_models",
    description = "One row per row of the curated tables above and below the compute threshold.",
    key = {"curated_table", "row"})
@DefaultSchema(RecordSchemaProvider.class)
public record CuratedModel(
    @SchemaFieldDescription("Which of the two tables.") CuratedTable curatedTable,
    @SchemaFieldDescription("Data row in the CSV file, from 1.") int row,
    @SchemaFieldDescription("Name as it stands in the table.") String model,
    @SchemaFieldDescription("Developer.") @Nullable String developer,
    @SchemaFieldDescription("Release date as it stands.") @Nullable String releaseDate,
    @SchemaFieldDescription("Total parameters; null when blank or no number.")
        @Nullable Double parameters,
    @SchemaFieldDescription("Where the parameter count comes from.")
        @Nullable String parameterSource,
    @SchemaFieldDescription("Training compute, FLOP; null when blank or no number.")
        @Nullable Double trainingFlop,
    @SchemaFieldDescription("How much rests on published details.") @Nullable String confidence,
    @SchemaFieldDescription("The confidence in words.") @Nullable String confidenceExplanation,
    @SchemaFieldDescription("Method of the estimate.") @Nullable String estimationMethod,
    @SchemaFieldDescription("Estimates by other methods.") @Nullable String alternativeMethods,
    @SchemaFieldDescription("Side of the threshold, or not_sure.")
        @Nullable String thresholdClassification,
    @SchemaFieldDescription("The calculation in a sentence.") @Nullable String reasoning,
    @SchemaFieldDescription("Where the evidence comes from.") @Nullable String sources,
    @SchemaFieldDescription("Whether a person vouches for the row.") boolean verified,
    @SchemaFieldDescription("When the computed cells last changed.") @Nullable String lastUpdated,
    @SchemaFieldDescription("Developer policy.") @Nullable String blacklistStatus,
    @SchemaFieldDescription("Notes of reviewers.") @Nullable String notes,
    @SchemaFieldDescription("Whether the estimates no longer hold the model.") boolean stale,
    @SchemaFieldDescription("Date of the first refresh without the model; null when current.")
        @Nullable String staleSince) {}
