package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/**
 * One unit of comparison: models asked the same task in the same manner, scored by its main metric
 * on one split.
 *
 * @param models in the order of names, deployments and settings
 * @param perturbed what perturbations do, by model
 */
@TableSpec(
    name = "comparisons",
    description = "One row per unit of comparison: exact sums of its models.",
    key = {"benchmark", "task", "adapter_method", "shots", "metric", "split", "sub_split"})
@DefaultSchema(RecordSchemaProvider.class)
public record ComparisonResult(
    @SchemaFieldDescription("Benchmark.") String benchmark,
    @SchemaFieldDescription("Task.") String task,
    @SchemaFieldDescription("Task without arguments.") String datasetName,
    @SchemaFieldDescription("Subject, subset or mode.") @Nullable String subject,
    @SchemaFieldDescription("Adapter method.") @Nullable String adapterMethod,
    @SchemaFieldDescription("Demonstrations asked for.") @Nullable Integer shots,
    @SchemaFieldDescription("Metric.") String metric,
    @SchemaFieldDescription("Split.") @Nullable String split,
    @SchemaFieldDescription("Sub-split.") @Nullable String subSplit,
    @SchemaFieldDescription("Whether the task is published with this split.")
        boolean publishedSplit,
    @SchemaFieldDescription("Direction; null if unknown.") @Nullable Boolean lowerIsBetter,
    @SchemaFieldDescription("Whether all scores are 0 or 1.") boolean binary,
    @SchemaFieldDescription(
            "Whether wins by instance are in the totals of the benchmark; else too many sets of models answered.")
        boolean winsTotalled,
    @SchemaFieldDescription("Models.") List<ComparedModel> models,
    @SchemaFieldDescription("Effects of perturbations.") List<PerturbedScores> perturbed) {

  public ComparisonResult {
    models = List.copyOf(models);
    perturbed = List.copyOf(perturbed);
  }
}
