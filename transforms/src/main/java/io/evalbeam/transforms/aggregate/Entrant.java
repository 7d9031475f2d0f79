package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.ComparedModel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model as it takes part: served in one way and prompted in one way. Runs of different entrants
 * are never pooled.
 *
 * @param modelName model as found
 * @param modelDeployment deployment as found; null if not stated
 * @param promptSettings SHA-256 of the prompt settings
 */
record Entrant(String modelName, @Nullable String modelDeployment, String promptSettings) {

  static Entrant of(CellStatistics row) {
    return new Entrant(row.modelName(), row.modelDeployment(), row.promptSettings());
  }

  static Entrant of(ComparedModel model) {
    return new Entrant(model.modelName(), model.modelDeployment(), model.promptSettings());
  }

  /** Text for states; names of models have no line breaks. */
  String id() {
    return modelName
        + "\n"
        + Objects.requireNonNullElse(modelDeployment, "")
        + "\n"
        + promptSettings;
  }
}
