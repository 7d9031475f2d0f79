package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** Two models on the instances both answered: the paired difference and its tests. */
@TableSpec(
    name = "pair_comparisons",
    description =
        "One row per benchmark, task and pair of models that share instances; without task: over all tasks.",
    key = {"benchmark", "task", "sub_split", "model_a", "deployment_a", "model_b", "deployment_b"})
@DefaultSchema(RecordSchemaProvider.class)
public record PairComparison(
    @SchemaFieldDescription("Collection.") String source,
    @SchemaFieldDescription("Benchmark.") String benchmark,
    @SchemaFieldDescription("Task; null over all tasks.") @Nullable String task,
    @SchemaFieldDescription("Adapter method; null over all tasks.") @Nullable String adapterMethod,
    @SchemaFieldDescription("Metric; null over all tasks.") @Nullable String metric,
    @SchemaFieldDescription("Split; null over all tasks.") @Nullable String split,
    @SchemaFieldDescription("Sub-split; null if none, and over all tasks.")
        @Nullable String subSplit,
    @SchemaFieldDescription("First model as found, the smaller name.") String modelA,
    @SchemaFieldDescription("Its deployment.") @Nullable String deploymentA,
    @SchemaFieldDescription("Second model as found.") String modelB,
    @SchemaFieldDescription("Its deployment.") @Nullable String deploymentB,
    @SchemaFieldDescription("Tasks with shared instances.") int tasks,
    @SchemaFieldDescription("Instances both have a score for.") long nShared,
    @SchemaFieldDescription(
            "Instances left out since the two were asked different questions under one id.")
        long nQuestionsDiffer,
    @SchemaFieldDescription(
            "Mean of score A minus score B over shared instances; null over tasks of which scores point different ways.")
        @Nullable Double meanDifference,
    @SchemaFieldDescription(
            "Standard error of the mean difference; null for fewer than two instances.")
        @Nullable Double sePaired,
    @SchemaFieldDescription(
            "Instances where A is better; scores higher if the direction is unknown.")
        long aOnly,
    @SchemaFieldDescription("Instances where B is better.") long bOnly,
    @SchemaFieldDescription("Instances where both score the same.") long ties,
    @SchemaFieldDescription(
            "mcnemar for scores of 0 and 1, sign for graded ones; exact, two-sided.")
        String test,
    @SchemaFieldDescription("p of the test.") double p,
    @SchemaFieldDescription(
            "Holm-adjusted over the pairs of the same task, or of the overall table.")
        double pHolm,
    @SchemaFieldDescription("Benjamini-Hochberg-adjusted likewise.") double pBenjaminiHochberg,
    @SchemaFieldDescription(
            "Smallest mean difference that these paired instances show with 95 % confidence and 80 % power.")
        @Nullable Double detectableDifference) {}
