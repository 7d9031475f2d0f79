package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/**
 * One model on one benchmark: macro and pooled scores, comparisons with the other models, and their
 * uncertainty.
 */
@TableSpec(
    name = "leaderboard",
    description =
        "One row per benchmark and model: scores over all tasks with their published metric and split.",
    key = {"benchmark", "model_name", "model_deployment"})
@DefaultSchema(RecordSchemaProvider.class)
public record ModelStatistics(
    @SchemaFieldDescription("Collection.") String source,
    @SchemaFieldDescription("Benchmark.") String benchmark,
    @SchemaFieldDescription("Identifier of the model.") String modelId,
    @SchemaFieldDescription("Model as found.") String modelName,
    @SchemaFieldDescription("Deployment as found.") @Nullable String modelDeployment,
    @SchemaFieldDescription("Model family.") @Nullable String modelFamily,
    @SchemaFieldDescription("Developer.") @Nullable String developer,
    @SchemaFieldDescription("Which split of each task counts: published, or the one asked for.")
        String splits,
    @SchemaFieldDescription("Tasks with a score.") int tasks,
    @SchemaFieldDescription("Tasks other models have a score for and this one has not.")
        int tasksMissing,
    @SchemaFieldDescription("Instances with a score.") long n,
    @SchemaFieldDescription("Instances without one.") long nMissing,
    @SchemaFieldDescription("Mean over tasks of the task means.") @Nullable Double macro,
    @SchemaFieldDescription(
            "Standard error of macro: sqrt(sum of squared task errors) / tasks; null if a task has one instance.")
        @Nullable Double seMacro,
    @SchemaFieldDescription("Lower end of the 95 % interval of macro.") @Nullable Double macroLower,
    @SchemaFieldDescription("Upper end.") @Nullable Double macroUpper,
    @SchemaFieldDescription("Mean over all instances.") @Nullable Double pooled,
    @SchemaFieldDescription("Standard error of pooled if instances were independent.")
        @Nullable Double sePooledIid,
    @SchemaFieldDescription("Standard error of pooled with tasks as clusters; null for one task.")
        @Nullable Double sePooledClustered,
    @SchemaFieldDescription(
            "Mean over tasks of the share of models beaten, ties half; null where a direction is unknown.")
        @Nullable Double meanWinRate,
    @SchemaFieldDescription(
            "The same with each run group as one task, as HELM publishes it; null without a release schema.")
        @Nullable Double meanWinRateGroups,
    @SchemaFieldDescription(
            "Log strength in a Bradley-Terry model of all comparisons on shared instances, geometric mean of strengths 1; null if infinite or not connected.")
        @Nullable Double bradleyTerry,
    @SchemaFieldDescription("Sandwich standard error, clustered by instance.")
        @Nullable Double bradleyTerrySe,
    @SchemaFieldDescription("Lower end of the 95 % interval.") @Nullable Double bradleyTerryLower,
    @SchemaFieldDescription("Upper end.") @Nullable Double bradleyTerryUpper,
    @SchemaFieldDescription("Why there is no strength.") @Nullable String bradleyTerryFlag,
    @SchemaFieldDescription(
            "Rank by macro among models with a score, ties share the lower number; null if a direction is unknown.")
        @Nullable Integer rank,
    @SchemaFieldDescription("1 + models that are significantly better.")
        @Nullable Integer rankLower,
    @SchemaFieldDescription("Models with a score minus those that are significantly worse.")
        @Nullable Integer rankUpper,
    @SchemaFieldDescription("Cochran's Q of the task means.") @Nullable Double heterogeneityQ,
    @SchemaFieldDescription("Share of variation between tasks beyond chance, 0 to 1.")
        @Nullable Double heterogeneityI2,
    @SchemaFieldDescription("Variance between tasks, DerSimonian-Laird.") @Nullable Double tau2,
    @SchemaFieldDescription("p of Q.") @Nullable Double heterogeneityP,
    @SchemaFieldDescription("Cells far above what model and task let expect.") int outlierCells) {}
