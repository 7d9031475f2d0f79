package io.evalbeam.pipelines.tracking.evaluation;

import io.evalbeam.pipelines.options.EvalbeamOptions;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;
import org.jspecify.annotations.Nullable;

/** Options of {@code evaluate-estimates}. */
public interface EvaluateEstimatesOptions extends EvalbeamOptions {
  @Description("Export with curated training compute, in the columns of format epoch_csv.")
  @Validation.Required
  String getInput();

  void setInput(String value);

  @Description(
      "Folder with replacements for reference files; files that are not there are taken from"
          + " Evalbeam.")
  @Nullable String getReferenceData();

  void setReferenceData(@Nullable String value);
}
