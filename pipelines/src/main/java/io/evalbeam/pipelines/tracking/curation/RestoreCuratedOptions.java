package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.pipelines.options.EvalbeamOptions;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** Options of {@code restore-curated}. */
public interface RestoreCuratedOptions extends EvalbeamOptions {
  @Description(
      "Snapshot to bring back, by its folder name in curated/history. Without it the snapshots are"
          + " listed.")
  @Nullable String getSnapshot();

  void setSnapshot(@Nullable String value);
}
