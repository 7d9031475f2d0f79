package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.pipelines.options.ReferenceDataOptions;
import io.evalbeam.pipelines.options.WorkerPath;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** Options of {@code aggregate-stats}. */
public interface AggregateStatsOptions extends ReferenceDataOptions {
  /** How intervals of graded scores are made. */
  enum GradedInterval {
    /** Student's t. */
    T,
    /** Percentiles of a seeded bootstrap over instances. */
    BOOTSTRAP
  }

  @Description("Collection whose shards are aggregated, as it was named to ingest-evals.")
  @Default.String("helm")
  String getSource();

  void setSource(String value);

  @Description("Output directory of ingest-evals. Default: the output directory.")
  @WorkerPath
  @Nullable String getInput();

  void setInput(@Nullable String value);

  @Description(
      "Split that scores, ranks and comparisons are about: published takes the one the release"
          + " publishes for each task, and test where no release says; else the name of a split.")
  @Default.String("published")
  String getSplit();

  void setSplit(String value);

  @Description("Interval of graded scores: T or BOOTSTRAP. Scores of 0 and 1 have Wilson's.")
  @Default.Enum("T")
  GradedInterval getGradedInterval();

  void setGradedInterval(GradedInterval value);

  @Description("Seed of the bootstrap.")
  @Default.Long(1)
  long getSeed();

  void setSeed(long value);

  @Description("Ignore the kept state and compute everything again; the bytes are the same.")
  @Default.Boolean(false)
  boolean isForceRegenerate();

  void setForceRegenerate(boolean value);

  @Description(
      "Publish although the result has fewer models, tasks, cells or instances than the last one.")
  @Default.Boolean(false)
  boolean isAllowShrink();

  void setAllowShrink(boolean value);
}
