package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** One model with its chosen estimate, as published in table {@code models}. */
@TableSpec(
    name = "models",
    description = "One row per model with its chosen training-compute estimate and class.",
    key = {"entity_id"})
@DefaultSchema(RecordSchemaProvider.class)
public record TrackedModel(
    @SchemaFieldDescription("Stable identifier of the model.") String entityId,
    @SchemaFieldDescription("Normalised name.") String name,
    @SchemaFieldDescription("Most frequent raw name.") String displayName,
    @SchemaFieldDescription("Resolved developer.") String developer,
    @SchemaFieldDescription("Release date, ISO; null if no source states one.")
        @Nullable String releaseDate,
    @SchemaFieldDescription("Total parameters.") @Nullable Double parametersTotal,
    @SchemaFieldDescription("Parameters used per token.") @Nullable Double parametersActive,
    @SchemaFieldDescription("Where the parameter count comes from.")
        @Nullable String parameterSource,
    @SchemaFieldDescription("Longest context, tokens.") @Nullable Long contextLength,
    @SchemaFieldDescription("Architecture in the source's words.") @Nullable String architecture,
    @SchemaFieldDescription("Training compute, FLOP; null without an estimate.")
        @Nullable Double trainingFlop,
    @SchemaFieldDescription("5 % quantile of log10 FLOP.") @Nullable Double log10FlopLow,
    @SchemaFieldDescription("Median of log10 FLOP.") @Nullable Double log10FlopMedian,
    @SchemaFieldDescription("95 % quantile of log10 FLOP.") @Nullable Double log10FlopHigh,
    @SchemaFieldDescription("How much rests on published details.") Confidence confidence,
    @SchemaFieldDescription("Method of the chosen estimate.") EstimationMethod method,
    @SchemaFieldDescription("Threshold of the class, FLOP.") double threshold,
    @SchemaFieldDescription("Side of the threshold.") ThresholdClass thresholdClass,
    @SchemaFieldDescription("Probability that compute exceeds the threshold; null if unknown.")
        @Nullable Double probabilityAboveThreshold,
    @SchemaFieldDescription("The chosen calculation in a sentence.") String reasoning,
    @SchemaFieldDescription("Why to look twice.") List<EstimateFlag> flags,
    @SchemaFieldDescription("Estimates by the other methods, best first.")
        List<AlternativeEstimate> alternatives,
    @SchemaFieldDescription("Every score with its source.") List<ObservedScore> scores,
    @SchemaFieldDescription("Distinct raw names, sorted.") List<String> rawNames,
    @SchemaFieldDescription("Where the rows come from, sorted.") List<String> sources,
    @SchemaFieldDescription("Source rows linked to this model.") int observationCount,
    @SchemaFieldDescription("When the estimate was made, ISO date-time with Z.") String updatedAt) {

  public TrackedModel {
    flags = List.copyOf(flags);
    alternatives = List.copyOf(alternatives);
    scores = List.copyOf(scores);
    rawNames = List.copyOf(rawNames);
    sources = List.copyOf(sources);
  }
}
