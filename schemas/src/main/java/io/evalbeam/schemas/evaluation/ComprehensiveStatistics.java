package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of one model on one task under one condition for one metric, with their uncertainty.
 */
@TableSpec(
    name = "comprehensive_stats",
    description =
        "One row per benchmark, task, model, prompt settings, metric, split, sub-split and perturbation, over all live runs. Scores of trials are averaged per instance first; sd has the divisor n - 1.",
    key = {
      "benchmark",
      "task",
      "model_name",
      "model_deployment",
      "adapter_method",
      "shots",
      "prompt_settings",
      "metric",
      "split",
      "sub_split",
      "perturbation"
    })
@DefaultSchema(RecordSchemaProvider.class)
public record ComprehensiveStatistics(
    @SchemaFieldDescription("Collection.") String source,
    @SchemaFieldDescription("Benchmark.") String benchmark,
    @SchemaFieldDescription("Spec name and scenario arguments.") String task,
    @SchemaFieldDescription("Task without arguments.") String datasetName,
    @SchemaFieldDescription("Subject, subset or mode.") @Nullable String subject,
    @SchemaFieldDescription("Identifier of the model.") String modelId,
    @SchemaFieldDescription("Model as found.") String modelName,
    @SchemaFieldDescription("Deployment as found.") @Nullable String modelDeployment,
    @SchemaFieldDescription("Model family.") @Nullable String modelFamily,
    @SchemaFieldDescription("Developer.") @Nullable String developer,
    @SchemaFieldDescription("Run groups of its runs, sorted.") List<String> groups,
    @SchemaFieldDescription("Adapter method.") @Nullable String adapterMethod,
    @SchemaFieldDescription("Demonstrations asked for.") @Nullable Integer shots,
    @SchemaFieldDescription(
            "SHA-256 of the prompt settings; runs with different ones are never pooled.")
        String promptSettings,
    @SchemaFieldDescription("Metric.") String metric,
    @SchemaFieldDescription("Whether the task is published with this metric.") boolean mainMetric,
    @SchemaFieldDescription("Direction; null if unknown.") @Nullable Boolean lowerIsBetter,
    @SchemaFieldDescription("Split.") @Nullable String split,
    @SchemaFieldDescription("Whether the task is published with this split.")
        boolean publishedSplit,
    @SchemaFieldDescription("Sub-split.") @Nullable String subSplit,
    @SchemaFieldDescription("Perturbation; null for the originals.") @Nullable String perturbation,
    @SchemaFieldDescription("Live runs behind the row.") int runs,
    @SchemaFieldDescription("Largest number of trials of a run.") int trials,
    @SchemaFieldDescription("Instances with a score.") long n,
    @SchemaFieldDescription("Instances without one.") long nMissing,
    @SchemaFieldDescription("Mean over instances.") @Nullable Double mean,
    @SchemaFieldDescription(
            "Sample standard deviation over instances, divisor n - 1; null for n < 2.")
        @Nullable Double sd,
    @SchemaFieldDescription("Standard error of the mean over instances, sd / sqrt(n).")
        @Nullable Double se,
    @SchemaFieldDescription("Lower end of the 95 % interval.") @Nullable Double ciLower,
    @SchemaFieldDescription("Upper end of the 95 % interval.") @Nullable Double ciUpper,
    @SchemaFieldDescription("wilson for scores of 0 and 1, t or bootstrap for graded ones.")
        @Nullable String ciMethod,
    @SchemaFieldDescription(
            "Smallest difference of two independent models that n instances of this sd show with 95 % confidence and 80 % power.")
        @Nullable Double detectableDifference,
    @SchemaFieldDescription("Mean over trials of the mean over instances, weighted as HELM does.")
        @Nullable Double meanOfTrials,
    @SchemaFieldDescription("Smallest instance score.") @Nullable Double min,
    @SchemaFieldDescription("Largest instance score.") @Nullable Double max,
    @SchemaFieldDescription("5 % quantile.") @Nullable Double q05,
    @SchemaFieldDescription("25 % quantile.") @Nullable Double q25,
    @SchemaFieldDescription("Median.") @Nullable Double median,
    @SchemaFieldDescription("75 % quantile.") @Nullable Double q75,
    @SchemaFieldDescription("95 % quantile.") @Nullable Double q95,
    @SchemaFieldDescription("Share of instances with score 1, for binary metrics.")
        @Nullable Double accuracy,
    @SchemaFieldDescription(
            "Mean over instances of the variance between their trials; null for one trial.")
        @Nullable Double withinTrialVariance,
    @SchemaFieldDescription(
            "Variance between instances without the share of the trials, floored at 0; null for one trial.")
        @Nullable Double betweenInstanceVariance,
    @SchemaFieldDescription(
            "Distance from what model and task let expect in an additive fit, in logits for scores of 0 and 1; main metric only.")
        @Nullable Double residual,
    @SchemaFieldDescription(
            "Holm-adjusted p of a residual this large; small values may mean contamination.")
        @Nullable Double outlierP,
    @SchemaFieldDescription("Whether the cell is far above what model and task let expect.")
        @Nullable Boolean outlier) {

  public ComprehensiveStatistics {
    groups = List.copyOf(groups);
  }

  /** The same row with its residual in an additive fit. */
  public ComprehensiveStatistics withResidual(
      @Nullable Double newResidual, @Nullable Double newOutlierP, @Nullable Boolean newOutlier) {
    return new ComprehensiveStatistics(
        source,
        benchmark,
        task,
        datasetName,
        subject,
        modelId,
        modelName,
        modelDeployment,
        modelFamily,
        developer,
        groups,
        adapterMethod,
        shots,
        promptSettings,
        metric,
        mainMetric,
        lowerIsBetter,
        split,
        publishedSplit,
        subSplit,
        perturbation,
        runs,
        trials,
        n,
        nMissing,
        mean,
        sd,
        se,
        ciLower,
        ciUpper,
        ciMethod,
        detectableDifference,
        meanOfTrials,
        min,
        max,
        q05,
        q25,
        median,
        q75,
        q95,
        accuracy,
        withinTrialVariance,
        betweenInstanceVariance,
        newResidual,
        newOutlierP,
        newOutlier);
  }
}
