package io.evalbeam.pipelines.tracking.evaluation;

import io.evalbeam.pipelines.options.ReferenceDataOptions;
import io.evalbeam.pipelines.options.WorkerPath;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code evaluate-estimates}. */
public interface EvaluateEstimatesOptions extends ReferenceDataOptions {
  @Description("Export with curated training compute, in the columns of format epoch_csv.")
  @Validation.Required
  @WorkerPath
  String getInput();

  void setInput(String value);
}
