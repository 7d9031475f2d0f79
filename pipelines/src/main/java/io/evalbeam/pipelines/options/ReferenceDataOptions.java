package io.evalbeam.pipelines.options;

import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** Options of commands whose results depend on reference data. */
public interface ReferenceDataOptions extends EvalbeamOptions {
  @Description(
      "Folder with replacements for reference files such as developers.yaml, model-aliases.yaml,"
          + " chips.yaml or overrides.yaml; files that are not there are taken from Evalbeam. See"
          + " docs/identity.md and docs/estimation.md.")
  @Nullable String getReferenceData();

  void setReferenceData(@Nullable String value);
}
