package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of one run under one condition for one metric, with the state from which statistics of
 * several runs and shards are made exactly. The unit of evidence is the instance: its score is the
 * mean over its trials. The arrays are owned by the row and never changed.
 */
@TableSpec(
    name = "shard_statistics",
    description =
        "One row per run, metric, split, sub-split and perturbation. Scores of trials are averaged"
            + " per instance first; sd has the divisor n - 1.",
    key = {
      "task",
      "model_name",
      "run_name",
      "run_hash",
      "metric",
      "split",
      "sub_split",
      "perturbation"
    })
@DefaultSchema(RecordSchemaProvider.class)
@SuppressWarnings("ArrayRecordComponent") // rows are written and read, never compared
public record CellStatistics(
    @SchemaFieldDescription("Collection.") String source,
    @SchemaFieldDescription("Release asked for.") @Nullable String release,
    @SchemaFieldDescription("Suite.") @Nullable String suite,
    @SchemaFieldDescription("Benchmark asked for.") String benchmark,
    @SchemaFieldDescription("Spec name and scenario arguments.") String task,
    @SchemaFieldDescription("Task without arguments.") String datasetName,
    @SchemaFieldDescription("Subject, subset or mode.") @Nullable String subject,
    @SchemaFieldDescription("Run groups.") List<String> groups,
    @SchemaFieldDescription("Identifier of the model.") String modelId,
    @SchemaFieldDescription("Model as found.") String modelName,
    @SchemaFieldDescription("Deployment as found.") @Nullable String modelDeployment,
    @SchemaFieldDescription("Model family.") @Nullable String modelFamily,
    @SchemaFieldDescription("Developer.") @Nullable String developer,
    @SchemaFieldDescription("Adapter method.") @Nullable String adapterMethod,
    @SchemaFieldDescription("Demonstrations asked for.") @Nullable Integer shots,
    @SchemaFieldDescription("SHA-256 of the prompt settings.") String promptSettings,
    @SchemaFieldDescription("Run name.") String runName,
    @SchemaFieldDescription("Content hash of the run.") String runHash,
    @SchemaFieldDescription("Metric.") String metric,
    @SchemaFieldDescription("Whether the task is published with this metric.") boolean mainMetric,
    @SchemaFieldDescription("Direction; null if unknown.") @Nullable Boolean lowerIsBetter,
    @SchemaFieldDescription("Split.") @Nullable String split,
    @SchemaFieldDescription("Whether the task is published with this split.")
        boolean publishedSplit,
    @SchemaFieldDescription("Sub-split.") @Nullable String subSplit,
    @SchemaFieldDescription("Perturbation; null for the originals.") @Nullable String perturbation,
    @SchemaFieldDescription("Whether the perturbation tests robustness.") boolean robustness,
    @SchemaFieldDescription("Whether the perturbation tests fairness.") boolean fairness,
    @SchemaFieldDescription("Instances with a score.") long n,
    @SchemaFieldDescription("Instances without one.") long nMissing,
    @SchemaFieldDescription("Trials with at least one score.") int trials,
    @SchemaFieldDescription("Mean over instances.") @Nullable Double mean,
    @SchemaFieldDescription(
            "Sample standard deviation over instances, divisor n - 1; null for" + " n < 2.")
        @Nullable Double sd,
    @SchemaFieldDescription("Smallest instance score.") @Nullable Double min,
    @SchemaFieldDescription("Largest instance score.") @Nullable Double max,
    @SchemaFieldDescription("Share of instances with score 1, for binary metrics.")
        @Nullable Double accuracy,
    @SchemaFieldDescription("5 % quantile of instance scores.") @Nullable Double q05,
    @SchemaFieldDescription("25 % quantile.") @Nullable Double q25,
    @SchemaFieldDescription("Median.") @Nullable Double median,
    @SchemaFieldDescription("75 % quantile.") @Nullable Double q75,
    @SchemaFieldDescription("95 % quantile.") @Nullable Double q95,
    @SchemaFieldDescription("Exact mergeable state.") byte[] state,
    @SchemaFieldDescription("Scores by instance; main metric only.")
        @Nullable InstanceScores scores) {

  public CellStatistics {
    groups = List.copyOf(groups);
  }

  /** The same row without scores by instance. */
  public CellStatistics withoutScores() {
    return withScores(null);
  }

  /** The same row with other scores by instance. */
  public CellStatistics withScores(@Nullable InstanceScores newScores) {
    return new CellStatistics(
        source,
        release,
        suite,
        benchmark,
        task,
        datasetName,
        subject,
        groups,
        modelId,
        modelName,
        modelDeployment,
        modelFamily,
        developer,
        adapterMethod,
        shots,
        promptSettings,
        runName,
        runHash,
        metric,
        mainMetric,
        lowerIsBetter,
        split,
        publishedSplit,
        subSplit,
        perturbation,
        robustness,
        fairness,
        n,
        nMissing,
        trials,
        mean,
        sd,
        min,
        max,
        accuracy,
        q05,
        q25,
        median,
        q75,
        q95,
        state,
        newScores);
  }
}
