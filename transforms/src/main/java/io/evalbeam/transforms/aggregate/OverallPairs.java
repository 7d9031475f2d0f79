package io.evalbeam.transforms.aggregate;

import io.evalbeam.transforms.evaluation.PairSums;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of every pair of models over the tasks of a benchmark. */
final class OverallPairs {
  private final SortedMap<Pair, Sum> sums = new TreeMap<>();

  /**
   * Adds a pair on one task.
   *
   * @param pair first minus second, as scored
   * @param wins instances on which the first is better
   * @param binary whether all scores of the task are 0 or 1
   */
  void add(int first, int second, PairSums pair, long wins, boolean binary) {
    sums.computeIfAbsent(new Pair(first, second), key -> new Sum()).add(pair, wins, binary);
  }

  /** Fills a table, pairs in the order of models. */
  PairTable into(PairTable table) {
    sums.forEach(
        (pair, sum) ->
            table.add(pair.first(), pair.second(), sum.tasks, sum.sums, sum.wins, sum.binary));
    return table;
  }

  private record Pair(int first, int second) implements Comparable<Pair> {
    private static final Comparator<Pair> ORDER =
        Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second);

    @Override
    public int compareTo(Pair other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Sum {
    private PairSums sums = PairSums.NONE;
    private long wins;
    private int tasks;
    private boolean binary = true;

    void add(PairSums pair, long itsWins, boolean itsBinary) {
      sums = sums.merge(pair);
      wins += itsWins;
      tasks += pair.shared() > 0 ? 1 : 0;
      binary &= itsBinary;
    }
  }
}
