package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.evaluation.NamedModel;
import io.evalbeam.schemas.evaluation.PairComparison;
import io.evalbeam.transforms.aggregate.TaskComparison.ModelPair;
import io.evalbeam.transforms.evaluation.PairSums;
import io.evalbeam.transforms.evaluation.PairTotal;
import io.evalbeam.transforms.statistics.RightAnswers;
import io.evalbeam.transforms.statistics.WinSums;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The pairs of models of one task as its benchmark counts them. */
final class TaskPairs {
  /** Sets of models that answered an instance; beyond, scores are fewer numbers than sums. */
  private static final int MOST_SETS = 16;

  private final BenchmarkTask task;
  private final List<ModelPair> pairs;
  private final Optional<Map<BitSet, WinSums>> wins;

  private TaskPairs(BenchmarkTask task, TaskComparison comparison) {
    this.task = task;
    this.pairs = comparison.pairs();
    this.wins = wins(comparison);
  }

  static TaskPairs of(TaskComparison comparison) {
    TreeSet<BenchmarkModel> models = new TreeSet<>();
    comparison.result().models().forEach(model -> models.add(BenchmarkModel.of(model)));
    return new TaskPairs(BenchmarkTask.of(comparison.result(), List.copyOf(models)), comparison);
  }

  /** Published rows. */
  List<PairComparison> rows(String source) {
    PairTable table = PairTable.ofTask(source, task.models(), task.comparison());
    boolean binary = task.comparison().binary();
    forEachPair(
        (first, second, sums) ->
            table.add(first, second, PairTotal.ofTask(sums, binary), wins(sums)));
    return table.rows();
  }

  /** Adds up with other tasks. */
  void addTo(SumsOverTasks totals) {
    ComparisonResult comparison = task.comparison();
    List<NamedModel> names = task.models().stream().map(BenchmarkModel::named).toList();
    forEachPair(
        (first, second, sums) ->
            totals.addPair(
                comparison.lowerIsBetter(),
                names.get(first),
                names.get(second),
                PairTotal.ofTask(sums, comparison.binary())));
    wins.ifPresent(
        sets ->
            sets.forEach(
                (set, sums) -> totals.addWins(set.stream().mapToObj(names::get).toList(), sums)));
  }

  /** Whether the wins by instance are among what adds up. */
  boolean winsTotalled() {
    return wins.isPresent();
  }

  /** Instances on which the first is better; has the higher score where no direction is known. */
  private long wins(PairSums pair) {
    return Boolean.TRUE.equals(task.comparison().lowerIsBetter())
        ? pair.greaterB()
        : pair.greaterA();
  }

  private Optional<Map<BitSet, WinSums>> wins(TaskComparison comparison) {
    Boolean lower = task.comparison().lowerIsBetter();
    if (lower == null) {
      return Optional.empty();
    }
    int[] present =
        IntStream.range(0, task.models().size()).filter(i -> task.moments(i) != null).toArray();
    Optional<RightAnswers> answers = rightAnswers(present);
    if (answers.isEmpty()) {
      double[][] scores = TaskScores.of(comparison.state(), task.entrants());
      return WinSums.byModels(scores, lower, MOST_SETS);
    }
    BitSet set = new BitSet();
    Arrays.stream(present).forEach(set::set);
    return Optional.of(Map.of(set, (lower ? answers.get().inverted() : answers.get()).wins()));
  }

  /**
   * The task in counts of right answers; empty unless all scores are 0 or 1 and all models that
   * take part have one for every instance, asked the same.
   *
   * @param present models with a score
   */
  private Optional<RightAnswers> rightAnswers(int[] present) {
    long instances = present.length == 0 ? 0 : count(present[0]);
    boolean complete =
        task.comparison().binary()
            && present.length > 1
            && Arrays.stream(present).allMatch(i -> task.missing(i) == 0 && count(i) == instances);
    if (!complete) {
      return Optional.empty();
    }
    int[] places = new int[task.models().size()];
    long[][] bothRight = new long[present.length][present.length];
    for (int i = 0; i < present.length; i++) {
      places[present[i]] = i;
      bothRight[i][i] = right(present[i]);
    }
    long[] completePairs = {0};
    forEachPair(
        (first, second, sums) -> {
          long both = right(first) - sums.greaterA();
          bothRight[places[first]][places[second]] = both;
          bothRight[places[second]][places[first]] = both;
          completePairs[0] += sums.shared() == instances ? 1 : 0;
        });
    return completePairs[0] == (long) present.length * (present.length - 1) / 2
        ? Optional.of(new RightAnswers(instances, bothRight))
        : Optional.empty();
  }

  private long count(int model) {
    var moments = task.moments(model);
    return moments == null ? 0 : moments.count();
  }

  private long right(int model) {
    var moments = task.moments(model);
    return moments == null ? 0 : (long) moments.sum();
  }

  /** Takes pairs of models that count; the first one has the smaller position. */
  private void forEachPair(PairVisitor visitor) {
    int[] positions = task.modelPositions();
    for (ModelPair pair : pairs) {
      int first = positions[pair.first()];
      int second = positions[pair.second()];
      if (first >= 0 && second >= 0) {
        if (first > second) {
          throw new IllegalStateException("models of a comparison are in another order");
        }
        visitor.pair(first, second, pair.sums());
      }
    }
  }

  /** Takes one pair. */
  @FunctionalInterface
  private interface PairVisitor {
    /** Sums of first minus second. */
    void pair(int first, int second, PairSums sums);
  }
}
