package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** Accuracy of blind estimates over one group of models. Fold error is max(ratio, 1 / ratio). */
@TableSpec(
    name = "estimate_accuracy",
    description = "Fold errors and interval coverage of blind estimates, by group of models.",
    key = {"group"})
@DefaultSchema(RecordSchemaProvider.class)
public record EstimateAccuracyRow(
    @SchemaFieldDescription("Group of evidence, confidence level, or all.") String group,
    @SchemaFieldDescription("Models with curated compute and an estimate.") int models,
    @SchemaFieldDescription("Median fold error.") double medianFold,
    @SchemaFieldDescription("Geometric mean of the fold errors.") double geometricMeanFold,
    @SchemaFieldDescription("Share with a fold error of at most 2.") double within2,
    @SchemaFieldDescription("Share with a fold error of at most 3.") double within3,
    @SchemaFieldDescription("Share with a fold error of at most 10.") double within10,
    @SchemaFieldDescription("Share of curated values inside the 90 % interval.") double coverage) {}
