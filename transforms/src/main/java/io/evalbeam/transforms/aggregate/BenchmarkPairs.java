package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.PairComparison;
import io.evalbeam.transforms.evaluation.PairSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The pairs of models of one benchmark, on every task and over all tasks. */
final class BenchmarkPairs {
  private BenchmarkPairs() {}

  /** Rows of every task, then those over all tasks. */
  static List<PairComparison> rows(String source, BenchmarkTasks benchmark) {
    List<PairComparison> rows = new ArrayList<>();
    for (BenchmarkTask task : benchmark.tasks()) {
      PairTable table = PairTable.ofTask(source, benchmark, task.comparison());
      boolean binary = task.comparison().binary();
      task.forEachPair(
          (first, second, pair) -> table.add(first, second, 1, pair, wins(task, pair), binary));
      rows.addAll(table.rows());
    }
    rows.addAll(overall(source, benchmark).rows());
    return rows;
  }

  /** The table over all tasks. */
  static PairTable overall(String source, BenchmarkTasks benchmark) {
    long directions =
        benchmark.tasks().stream()
            .map(task -> task.comparison().lowerIsBetter())
            .filter(Objects::nonNull)
            .distinct()
            .count();
    OverallPairs sums = new OverallPairs();
    for (BenchmarkTask task : benchmark.tasks()) {
      // Wins that may be losses tell nothing beside wins that are none.
      if (task.comparison().lowerIsBetter() != null || directions == 0) {
        boolean binary = task.comparison().binary();
        task.forEachPair(
            (first, second, pair) -> sums.add(first, second, pair, wins(task, pair), binary));
      }
    }
    return sums.into(PairTable.ofBenchmark(source, benchmark, directions <= 1));
  }

  /** Instances on which the first is better; has the higher score where no direction is known. */
  private static long wins(BenchmarkTask task, PairSums pair) {
    return Boolean.TRUE.equals(task.comparison().lowerIsBetter())
        ? pair.greaterB()
        : pair.greaterA();
  }
}
