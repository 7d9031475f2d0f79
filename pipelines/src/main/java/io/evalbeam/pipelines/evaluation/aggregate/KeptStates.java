package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.schemas.evaluation.ComparisonState;
import io.evalbeam.transforms.aggregate.ComparisonKey;
import io.evalbeam.transforms.evaluation.TaskState;
import io.evalbeam.transforms.evaluation.UnitDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** States of comparisons, read when the first one is asked for: most results need none. */
final class KeptStates implements Function<ComparisonKey, TaskState> {
  private final List<String> paths;
  private final UnitDecoder decoder = new UnitDecoder();
  private @Nullable Map<ComparisonKey, byte[]> states;

  KeptStates(List<String> paths) {
    this.paths = paths;
  }

  /**
   * The state of a comparison.
   *
   * @throws UncheckedIOException when the file system fails
   */
  @Override
  public TaskState apply(ComparisonKey key) {
    Map<ComparisonKey, byte[]> known = states == null ? read() : states;
    states = known;
    byte[] state = known.get(key);
    if (state == null) {
      throw new IllegalStateException("comparison without state: " + key);
    }
    return TaskState.fromBytes(state, decoder);
  }

  private Map<ComparisonKey, byte[]> read() {
    Map<ComparisonKey, byte[]> all = new HashMap<>();
    try {
      TableRows.merge(
          ComparisonState.class, paths, state -> all.put(ComparisonKey.of(state), state.state()));
    } catch (IOException e) {
      throw new UncheckedIOException("states of comparisons cannot be read", e);
    }
    return all;
  }
}
