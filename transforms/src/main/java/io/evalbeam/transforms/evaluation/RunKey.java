package io.evalbeam.transforms.evaluation;

import java.util.Comparator;

/**
 * A run's content as the aggregate knows it: equal keys mean equal contributions. Ordered by
 * content hash, then name, then model; where two runs of one model were asked the same instance,
 * the greater key counts.
 *
 * @param modelId identifier of the model
 * @param runName name of the run
 * @param runHash content hash of the run
 */
public record RunKey(String modelId, String runName, String runHash) implements Comparable<RunKey> {
  private static final Comparator<RunKey> ORDER =
      Comparator.comparing(RunKey::runHash)
          .thenComparing(RunKey::runName)
          .thenComparing(RunKey::modelId);

  @Override
  public int compareTo(RunKey other) {
    return ORDER.compare(this, other);
  }
}
