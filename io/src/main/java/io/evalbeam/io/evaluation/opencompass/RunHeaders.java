package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.table.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Headers of the runs in one run directory. Names are {@code eval_id/run_id} for reports and {@code
 * eval_id/run_id/model/dataset} for responses; the suite is the stamp.
 *
 * @param runName {@code eval_id/run_id}
 */
record RunHeaders(IngestScope scope, String runName) {
  // A report covers all models and data sets; parentheses keep these from being taken for names.
  private static final String ALL_MODELS = "(all models)";
  private static final String ALL_DATASETS = "(all data sets)";

  /** The header of a report; the stamp is null where there is no stamp directory. */
  RunHeader report(@Nullable String stamp) {
    return header(
        stamp, runName, new ModelDataset(ALL_MODELS, ALL_DATASETS), PromptVersion.UNKNOWN);
  }

  /** The header of one model's answers to one data set. */
  RunHeader responses(String stamp, ModelDataset about, PromptVersion prompt) {
    String name = runName + "/" + about.model() + "/" + about.dataset();
    return header(stamp, name, about, prompt);
  }

  private RunHeader header(
      @Nullable String stamp, String name, ModelDataset about, PromptVersion prompt) {
    return new RunHeader(
        scope.source(),
        scope.release(),
        stamp,
        scope.benchmark(),
        name,
        null,
        about.dataset(),
        about.dataset(),
        null,
        List.of(),
        List.of(),
        about.model(),
        null,
        prompt.mode(),
        null,
        null,
        null,
        null,
        Sha256.of(about.dataset() + "\n" + prompt.version() + "\n" + prompt.mode()));
  }
}
