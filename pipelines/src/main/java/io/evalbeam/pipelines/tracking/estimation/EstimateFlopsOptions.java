package io.evalbeam.pipelines.tracking.estimation;

import io.evalbeam.pipelines.options.PolicyOptions;
import io.evalbeam.pipelines.options.ReferenceDataOptions;
import io.evalbeam.pipelines.options.WorkerPath;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** Options of {@code estimate-flops}. */
public interface EstimateFlopsOptions extends PolicyOptions, ReferenceDataOptions {
  @Description(
      "Folder of model files, *_models.json, to estimate. Default: OUTPUT/scraped, where collect-models"
          + " leaves them.")
  @WorkerPath
  @Nullable String getScraped();

  void setScraped(@Nullable String value);

  @Description("Compute threshold of the classes, in FLOP, such as 1e23, 1e25 or 1e26.")
  @Default.Double(1e25)
  double getThreshold();

  void setThreshold(double value);

  @Description(
      "Folder with the original tracker's configuration (flop_estimation_methods.json,"
          + " benchmark_references.json, developer_exclusion_criteria.json); required with"
          + " --policy=tracker.")
  @Nullable String getTrackerConfig();

  void setTrackerConfig(@Nullable String value);

  @Description(
      "Source rows whose models share one shard; the tables get a file a shard. A worker holds one"
          + " shard in memory.")
  @Default.Integer(20_000)
  int getRowsPerShard();

  void setRowsPerShard(int value);
}
