package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.NamedModel;
import io.evalbeam.transforms.evaluation.PairTotal;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pairs of models of one benchmark over all its tasks. */
final class OverallPairs {
  private final Map<NamedModel, Integer> positions;
  private final SortedMap<Pair, Sum> pairs = new TreeMap<>();

  private OverallPairs(Map<NamedModel, Integer> positions) {
    this.positions = positions;
  }

  static PairTable of(String source, BenchmarkTasks benchmark, SumsOverTasks sums) {
    OverallPairs overall = new OverallPairs(benchmark.positions());
    overall.add(sums, false);
    overall.add(sums, true);
    long directions =
        benchmark.tasks().stream()
            .map(task -> task.comparison().lowerIsBetter())
            .filter(Objects::nonNull)
            .distinct()
            .count();
    if (directions == 0) {
      // Wins that may be losses tell nothing beside wins that are none.
      overall.add(sums, null);
    }
    PairTable table = PairTable.ofBenchmark(source, benchmark, directions <= 1);
    overall.pairs.forEach(
        (pair, sum) -> table.add(pair.first(), pair.second(), sum.total(), sum.wins()));
    return table;
  }

  private void add(SumsOverTasks sums, @Nullable Boolean lowerIsBetter) {
    sums.forEachPair(
        lowerIsBetter,
        (first, second, total) -> {
          long wins =
              Boolean.TRUE.equals(lowerIsBetter)
                  ? total.sums().greaterB()
                  : total.sums().greaterA();
          pairs.merge(
              new Pair(position(first), position(second)), new Sum(total, wins), Sum::merge);
        });
  }

  private int position(NamedModel model) {
    return Objects.requireNonNull(positions.get(model), "a pair of a model without tasks");
  }

  private record Pair(int first, int second) implements Comparable<Pair> {
    private static final Comparator<Pair> ORDER =
        Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second);

    @Override
    public int compareTo(Pair other) {
      return ORDER.compare(this, other);
    }
  }

  /** Wins are counted by direction, so they cannot be taken from the total. */
  private record Sum(PairTotal total, long wins) {
    Sum merge(Sum other) {
      return new Sum(total.merge(other.total), wins + other.wins);
    }
  }
}
