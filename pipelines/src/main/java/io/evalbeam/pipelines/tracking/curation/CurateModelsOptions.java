package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.pipelines.options.PolicyOptions;
import io.evalbeam.pipelines.options.WorkerPath;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** Options of {@code curate-models}. */
public interface CurateModelsOptions extends PolicyOptions {
  @Description(
      "File of reviewers' decisions, one JSON object a line. Default: curated/decisions.jsonl in the"
          + " output directory.")
  @WorkerPath
  @Nullable String getDecisions();

  void setDecisions(@Nullable String value);

  @Description(
      "Factor by which new evidence must differ from a verified value to be reported, at least 1.")
  @Default.Double(3)
  double getStaleFold();

  void setStaleFold(double value);

  @Description(
      "Start from fresh tables instead of refreshing the standing ones, which go to the history;"
          + " decisions still apply, cells typed by hand do not.")
  @Default.Boolean(false)
  boolean isReset();

  void setReset(boolean value);
}
