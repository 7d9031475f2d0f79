package io.evalbeam.transforms.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is compared within one unit: one task under one prompt, metric, split and
 * sub-split. Holds the scores of every model and the sums of every pair of models. An update reads
 * new runs only and compares only pairs of which a model has changed; the result equals the one
 * from scratch to the last byte. Immutable.
 */
public final class TaskState {
  private final List<ModelUnits> models;
  private final PairSums[] pairs;

  /**
   * A state.
   *
   * @param models in the order of identifiers
   * @param pairs of models i &lt; j at {@link #index}
   */
  TaskState(List<ModelUnits> models, PairSums[] pairs) {
    this.models = models;
    this.pairs = pairs;
  }

  /** State without runs. */
  public static TaskState empty() {
    return new TaskState(List.of(), new PairSums[0]);
  }

  /**
   * The state of the given runs and no others.
   *
   * @param current all live runs in any order; a run that is there twice counts once
   */
  public TaskState update(List<Contribution> current) {
    Map<RunKey, Contribution> byRun = new HashMap<>();
    current.forEach(contribution -> byRun.put(contribution.run(), contribution));
    return update(byRun.keySet(), run -> byRun.get(run));
  }

  /**
   * The state of the given runs and no others.
   *
   * @param live keys of all live runs in any order; a key that is there twice counts once
   * @param read contribution of a run, asked only for runs this state does not hold
   */
  public TaskState update(Collection<RunKey> live, Function<RunKey, Contribution> read) {
    TreeMap<String, TreeSet<RunKey>> runsByModel = new TreeMap<>();
    for (RunKey run : live) {
      runsByModel.computeIfAbsent(run.modelId(), id -> new TreeSet<>()).add(run);
    }
    List<ModelUnits> updated = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    runsByModel.forEach(
        (modelId, keys) -> {
          List<RunKey> runs = List.copyOf(keys.descendingSet());
          int position = indexOf(modelId);
          boolean unchanged = position >= 0 && models.get(position).runs().equals(runs);
          kept.add(unchanged ? position : -1);
          updated.add(unchanged ? models.get(position) : merge(position, runs, read));
        });
    return new TaskState(List.copyOf(updated), pairs(updated, kept));
  }

  /** Scores of the models, in the order of identifiers. */
  public List<ModelUnits> models() {
    return models;
  }

  /**
   * Sums over the originals of two models.
   *
   * @param a position of A in {@link #models()}
   * @param b position of B, greater than that of A
   * @throws IllegalArgumentException when it is not greater
   */
  public PairSums pair(int a, int b) {
    if (a >= b) {
      throw new IllegalArgumentException("the pair is kept the other way round");
    }
    return pairs[index(a, b)];
  }

  /** What did not count because another run of the model was asked the same, by model. */
  public List<DuplicateInstances> duplicates() {
    return models.stream().flatMap(model -> model.duplicates().stream()).toList();
  }

  /**
   * The same state without the runs of which instances count in another run of the model: what
   * statistics can be made of that are kept by run and not by instance.
   */
  public TaskState withoutRepeatedRuns() {
    Set<RunKey> repeated =
        duplicates().stream().map(DuplicateInstances::dropped).collect(Collectors.toSet());
    if (repeated.isEmpty()) {
      return this;
    }
    List<RunKey> others =
        models.stream()
            .flatMap(model -> model.runs().stream())
            .filter(run -> !repeated.contains(run))
            .toList();
    return update(
        others,
        run -> {
          throw new IllegalStateException("run " + run.runName() + " is not in its own state");
        });
  }

  /** Canonical bytes: they depend on the live runs alone, not on the updates that led here. */
  public byte[] toBytes() {
    return TaskEncoding.encode(models, pairs);
  }

  /**
   * The state that {@link #toBytes} described.
   *
   * @throws IllegalArgumentException when the bytes were not made by it
   */
  public static TaskState fromBytes(byte[] bytes, UnitDecoder decoder) {
    return TaskEncoding.decode(bytes, decoder);
  }

  /** Number of pairs of so many models. */
  static int pairCount(int models) {
    return models * (models - 1) / 2;
  }

  /** Position of a pair; pairs are ordered by their second model, then their first. */
  private static int index(int first, int second) {
    return pairCount(second) + first;
  }

  private ModelUnits merge(int position, List<RunKey> runs, Function<RunKey, Contribution> read) {
    Map<RunKey, Contribution> known = new HashMap<>();
    if (position >= 0) {
      models.get(position).contributions().forEach(c -> known.put(c.run(), c));
    }
    return ModelUnits.of(
        runs.stream()
            .map(run -> known.containsKey(run) ? known.get(run) : read.apply(run))
            .toList());
  }

  private PairSums[] pairs(List<ModelUnits> updated, List<Integer> kept) {
    PairSumsBuilder builder = new PairSumsBuilder();
    PairSums[] result = new PairSums[pairCount(updated.size())];
    for (int j = 1; j < updated.size(); j++) {
      for (int i = 0; i < j; i++) {
        boolean unchanged = kept.get(i) >= 0 && kept.get(j) >= 0;
        result[index(i, j)] =
            unchanged
                ? pairs[index(kept.get(i), kept.get(j))]
                : compare(updated.get(i), updated.get(j), builder);
      }
    }
    return result;
  }

  private static PairSums compare(ModelUnits a, ModelUnits b, PairSumsBuilder builder) {
    UnitVector first = a.originals();
    UnitVector second = b.originals();
    return first == null || second == null ? PairSums.NONE : builder.compare(first, second);
  }

  private int indexOf(String modelId) {
    int low = 0;
    int high = models.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = models.get(middle).modelId().compareTo(modelId);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order > 0 ? middle - 1 : high;
    }
    return -1;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof TaskState other && Arrays.equals(toBytes(), other.toBytes());
  }

  @Override
  public int hashCode() {
    return models.hashCode();
  }

  @Override
  public String toString() {
    return models.size() + " models";
  }
}
