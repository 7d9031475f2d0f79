package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** A cell of a release's table: the mean over the runs of a group, weighted by trials. */
@TableSpec(
    name = "group_scores",
    description =
        "One row per benchmark, run group, metric group, metric and model: the figure a release publishes for a group of runs.",
    key = {
      "benchmark",
      "table_group",
      "metric_group",
      "run_group",
      "metric",
      "split",
      "model_name",
      "model_deployment"
    })
@DefaultSchema(RecordSchemaProvider.class)
public record GroupScore(
    @SchemaFieldDescription("Collection.") String source,
    @SchemaFieldDescription("Benchmark.") String benchmark,
    @SchemaFieldDescription("Group whose table it is, such as core_scenarios.") String tableGroup,
    @SchemaFieldDescription("Metrics of the table, such as accuracy.") String metricGroup,
    @SchemaFieldDescription("Column of the table.") String runGroup,
    @SchemaFieldDescription("Metric.") String metric,
    @SchemaFieldDescription("Split.") @Nullable String split,
    @SchemaFieldDescription("Identifier of the model.") String modelId,
    @SchemaFieldDescription("Model as found.") String modelName,
    @SchemaFieldDescription("Deployment as found.") @Nullable String modelDeployment,
    @SchemaFieldDescription("Model family.") @Nullable String modelFamily,
    @SchemaFieldDescription("Developer.") @Nullable String developer,
    @SchemaFieldDescription("Direction.") @Nullable Boolean lowerIsBetter,
    @SchemaFieldDescription("Runs behind the figure.") int runs,
    @SchemaFieldDescription("Mean of the runs' trial means, weighted by trials.") double value,
    @SchemaFieldDescription(
            "Share of models beaten in this column, ties half; null with fewer than two models or unknown direction.")
        @Nullable Double winRate,
    @SchemaFieldDescription("Mean win rate of the model over the columns of this table.")
        @Nullable Double meanWinRate) {}
