package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** What a perturbation costs a model, on instances that have the original and the copy. */
@TableSpec(
    name = "perturbation_effects",
    description =
        "One row per benchmark, task, model and perturbation or kind of perturbation; without task: over all tasks.",
    key = {
      "benchmark",
      "task",
      "model_name",
      "model_deployment",
      "metric",
      "split",
      "sub_split",
      "kind",
      "perturbation"
    })
@DefaultSchema(RecordSchemaProvider.class)
public record PerturbationEffect(
    @SchemaFieldDescription("Collection.") String source,
    @SchemaFieldDescription("Benchmark.") String benchmark,
    @SchemaFieldDescription("Task; null over all tasks.") @Nullable String task,
    @SchemaFieldDescription("Identifier of the model.") String modelId,
    @SchemaFieldDescription("Model as found.") String modelName,
    @SchemaFieldDescription("Deployment as found.") @Nullable String modelDeployment,
    @SchemaFieldDescription("Model family.") @Nullable String modelFamily,
    @SchemaFieldDescription("Developer.") @Nullable String developer,
    @SchemaFieldDescription("Metric.") String metric,
    @SchemaFieldDescription("Split.") @Nullable String split,
    @SchemaFieldDescription("Sub-split.") @Nullable String subSplit,
    @SchemaFieldDescription(
            "perturbation: one kind of copy; robustness or fairness: the worst of the original and all copies of that kind.")
        String kind,
    @SchemaFieldDescription("Name of the perturbation; null for a kind.")
        @Nullable String perturbation,
    @SchemaFieldDescription("Direction.") @Nullable Boolean lowerIsBetter,
    @SchemaFieldDescription("Instances with both.") long n,
    @SchemaFieldDescription("Mean of the originals.") @Nullable Double originalMean,
    @SchemaFieldDescription("Mean of the copies, or of the worst.") @Nullable Double perturbedMean,
    @SchemaFieldDescription(
            "Mean of original minus copy, so that a positive value is a loss where higher is better; where lower is better the sign is turned.")
        @Nullable Double drop,
    @SchemaFieldDescription("Paired standard error.") @Nullable Double dropSe,
    @SchemaFieldDescription("Lower end of the 95 % interval.") @Nullable Double dropLower,
    @SchemaFieldDescription("Upper end.") @Nullable Double dropUpper) {}
