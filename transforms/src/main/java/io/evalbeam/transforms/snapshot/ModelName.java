package io.evalbeam.transforms.snapshot;

import io.evalbeam.schemas.evaluation.ModelStatistics;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A model of a benchmark as the leaderboard tells them apart.
 *
 * @param modelDeployment null if not stated
 */
public record ModelName(String benchmark, String modelName, @Nullable String modelDeployment)
    implements Comparable<ModelName> {
  private static final Comparator<ModelName> ORDER =
      Comparator.comparing(ModelName::benchmark)
          .thenComparing(ModelName::modelName)
          .thenComparing(
              ModelName::modelDeployment, Comparator.nullsFirst(Comparator.naturalOrder()));

  static ModelName of(ModelStatistics row) {
    return new ModelName(row.benchmark(), row.modelName(), row.modelDeployment());
  }

  @Override
  public int compareTo(ModelName other) {
    return ORDER.compare(this, other);
  }
}
