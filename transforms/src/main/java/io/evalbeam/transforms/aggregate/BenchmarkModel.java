package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.ComparedModel;
import io.evalbeam.schemas.evaluation.NamedModel;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A row of a leaderboard.
 *
 * @param modelName model as found
 * @param modelDeployment deployment as found; null if not stated
 * @param modelId identifier of the model
 * @param modelFamily null if the name has none
 * @param developer null if unknown
 */
record BenchmarkModel(
    String modelName,
    @Nullable String modelDeployment,
    String modelId,
    @Nullable String modelFamily,
    @Nullable String developer)
    implements Comparable<BenchmarkModel> {

  private static final Comparator<BenchmarkModel> ORDER =
      Comparator.comparing(BenchmarkModel::named);

  static BenchmarkModel of(ComparedModel model) {
    return new BenchmarkModel(
        model.modelName(),
        model.modelDeployment(),
        model.modelId(),
        model.modelFamily(),
        model.developer());
  }

  /** What tells it from others. */
  NamedModel named() {
    return new NamedModel(modelName, modelDeployment);
  }

  @Override
  public int compareTo(BenchmarkModel other) {
    return ORDER.compare(this, other);
  }
}
