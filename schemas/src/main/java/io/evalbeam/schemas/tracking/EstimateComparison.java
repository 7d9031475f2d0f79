package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** A blind estimate beside the curated training compute of the same model. */
@TableSpec(
    name = "estimate_comparisons",
    description =
        "One row per model of an export with curated compute: the estimate that was made without it.",
    key = {"row"})
@DefaultSchema(RecordSchemaProvider.class)
public record EstimateComparison(
    @SchemaFieldDescription("Data row in the export, from 1.") int row,
    @SchemaFieldDescription("Model name as found.") String name,
    @SchemaFieldDescription("Groups of evidence the model counts in.") List<String> groups,
    @SchemaFieldDescription("Curated training compute, FLOP.") double actualFlop,
    @SchemaFieldDescription("Blind estimate, FLOP; null when no method applies.")
        @Nullable Double estimatedFlop,
    @SchemaFieldDescription("5 % quantile of log10 FLOP.") @Nullable Double log10FlopLow,
    @SchemaFieldDescription("95 % quantile of log10 FLOP.") @Nullable Double log10FlopHigh,
    @SchemaFieldDescription("Factor between both, at least 1.") @Nullable Double foldError,
    @SchemaFieldDescription("Whether the curated value lies in the 90 % interval.")
        @Nullable Boolean covered,
    @SchemaFieldDescription("Method of the estimate.") @Nullable EstimationMethod method,
    @SchemaFieldDescription("Confidence of the estimate.") @Nullable Confidence confidence,
    @SchemaFieldDescription("The calculation in a sentence.") @Nullable String reasoning) {

  public EstimateComparison {
    groups = List.copyOf(groups);
  }
}
