package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.BenchmarkTotals;
import io.evalbeam.schemas.evaluation.NamedModel;
import io.evalbeam.schemas.evaluation.PairTotals;
import io.evalbeam.schemas.evaluation.WinTotals;
import io.evalbeam.transforms.evaluation.PairTotal;
import io.evalbeam.transforms.evaluation.WinEncoding;
import io.evalbeam.transforms.statistics.WinSums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What adds up over the tasks of one benchmark. Exact, so tasks and totals come in any order; a
 * task must come once only. Mutable, not thread-safe.
 */
public final class SumsOverTasks {
  private static final Comparator<List<NamedModel>> SETS =
      Comparator.<List<NamedModel>>comparingInt(List::size)
          .thenComparing(
              (a, b) -> {
                int order = 0;
                for (int i = 0; i < a.size() && order == 0; i++) {
                  order = a.get(i).compareTo(b.get(i));
                }
                return order;
              });

  private final String benchmark;
  private final Map<Direction, Map<Pair, PairTotal>> pairs = new TreeMap<>();
  private final SortedMap<List<NamedModel>, WinSums> wins = new TreeMap<>(SETS);

  /** No tasks yet. */
  public SumsOverTasks(String benchmark) {
    this.benchmark = benchmark;
  }

  /** Adds totals of other tasks. */
  public void add(BenchmarkTotals totals) {
    for (PairTotals part : totals.pairs()) {
      List<NamedModel> models = part.models();
      int count = models.size() * (models.size() - 1) / 2;
      List<PairTotal> sums = PairTotal.fromBytes(part.sums(), count);
      int place = 0;
      for (int second = 1; second < models.size(); second++) {
        for (int first = 0; first < second; first++) {
          addPair(part.lowerIsBetter(), models.get(first), models.get(second), sums.get(place++));
        }
      }
    }
    for (WinTotals part : totals.wins()) {
      addWins(
          part.models(),
          WinEncoding.fromBytes(part.sums(), part.models().size(), part.instances()));
    }
  }

  /** Adds a pair of models on one task. */
  void addPair(
      @Nullable Boolean lowerIsBetter, NamedModel first, NamedModel second, PairTotal total) {
    pairs
        .computeIfAbsent(Direction.of(lowerIsBetter), key -> new HashMap<>())
        .merge(new Pair(first, second), total, PairTotal::merge);
  }

  /** Adds wins on instances that exactly these models answered, sorted. */
  void addWins(List<NamedModel> models, WinSums sums) {
    wins.computeIfAbsent(models, set -> new WinSums(set.size())).add(sums);
  }

  /** Takes pairs of models over the tasks of one direction, in no particular order. */
  void forEachPair(@Nullable Boolean lowerIsBetter, PairVisitor visitor) {
    pairs
        .getOrDefault(Direction.of(lowerIsBetter), Map.of())
        .forEach((pair, total) -> visitor.pair(pair.first(), pair.second(), total));
  }

  /** Wins by the models that answered, sorted by them. */
  SortedMap<List<NamedModel>, WinSums> wins() {
    return wins;
  }

  /** Totals to keep. */
  public BenchmarkTotals totals() {
    List<PairTotals> byDirection = new ArrayList<>();
    pairs.forEach((direction, totals) -> byDirection.add(totals(direction, totals)));
    List<WinTotals> bySet = new ArrayList<>();
    wins.forEach(
        (models, sums) ->
            bySet.add(new WinTotals(models, sums.instances(), WinEncoding.toBytes(sums))));
    return new BenchmarkTotals(benchmark, byDirection, bySet);
  }

  private static PairTotals totals(Direction direction, Map<Pair, PairTotal> totals) {
    TreeSet<NamedModel> models = new TreeSet<>();
    for (Pair pair : totals.keySet()) {
      models.add(pair.first());
      models.add(pair.second());
    }
    List<NamedModel> ordered = List.copyOf(models);
    List<PairTotal> sums = new ArrayList<>();
    for (int second = 1; second < ordered.size(); second++) {
      for (int first = 0; first < second; first++) {
        Pair pair = new Pair(ordered.get(first), ordered.get(second));
        sums.add(totals.getOrDefault(pair, PairTotal.NONE));
      }
    }
    return new PairTotals(direction.lowerIsBetter, ordered, PairTotal.toBytes(sums));
  }

  private enum Direction {
    UNKNOWN(null),
    HIGHER(false),
    LOWER(true);

    private final @Nullable Boolean lowerIsBetter;

    Direction(@Nullable Boolean lowerIsBetter) {
      this.lowerIsBetter = lowerIsBetter;
    }

    static Direction of(@Nullable Boolean lowerIsBetter) {
      for (Direction direction : values()) {
        if (Objects.equals(direction.lowerIsBetter, lowerIsBetter)) {
          return direction;
        }
      }
      throw new IllegalArgumentException("no direction " + lowerIsBetter);
    }
  }

  private record Pair(NamedModel first, NamedModel second) {}

  /** Takes one pair. */
  @FunctionalInterface
  interface PairVisitor {
    /** Totals of first minus second. */
    void pair(NamedModel first, NamedModel second, PairTotal total);
  }
}
