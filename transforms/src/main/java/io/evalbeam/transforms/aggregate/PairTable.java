package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.evaluation.PairComparison;
import io.evalbeam.schemas.math.ExactMoments;
import io.evalbeam.transforms.evaluation.PairSums;
import io.evalbeam.transforms.evaluation.PairTotal;
import io.evalbeam.transforms.statistics.DetectableDifference;
import io.evalbeam.transforms.statistics.MeanEstimate;
import io.evalbeam.transforms.statistics.MultipleComparisons;
import io.evalbeam.transforms.statistics.SignTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Paired comparisons of the models of one task, or of a benchmark over all its tasks; p-values are
 * adjusted over the pairs of the table.
 */
final class PairTable {
  private static final double LEVEL = 0.05;

  private final String source;
  private final String benchmark;
  private final List<BenchmarkModel> models;
  private final @Nullable ComparisonResult task;
  private final boolean oneDirection;
  private final List<Pair> pairs = new ArrayList<>();

  private PairTable(
      String source,
      String benchmark,
      List<BenchmarkModel> models,
      @Nullable ComparisonResult task,
      boolean oneDirection) {
    this.source = source;
    this.benchmark = benchmark;
    this.models = models;
    this.task = task;
    this.oneDirection = oneDirection;
  }

  /** An empty table of one task and the models that count on it. */
  static PairTable ofTask(String source, List<BenchmarkModel> models, ComparisonResult task) {
    return new PairTable(source, task.benchmark(), models, task, true);
  }

  /**
   * An empty table over all tasks.
   *
   * @param oneDirection whether scores of all tasks point the same way; else their differences do
   *     not add up to anything
   */
  static PairTable ofBenchmark(String source, BenchmarkTasks benchmark, boolean oneDirection) {
    return new PairTable(source, benchmark.benchmark(), benchmark.models(), null, oneDirection);
  }

  /**
   * Adds a pair, if it shares instances.
   *
   * @param total first minus second, as scored
   * @param wins instances on which the first is better
   */
  void add(int first, int second, PairTotal total, long wins) {
    PairSums sums = total.sums();
    if (sums.shared() > 0) {
      long losses = sums.shared() - sums.ties() - wins;
      pairs.add(new Pair(first, second, total, wins, losses, SignTest.exactP(wins, losses)));
    }
  }

  /** Published rows. */
  List<PairComparison> rows() {
    double[] p = pairs.stream().mapToDouble(Pair::p).toArray();
    double[] holm = MultipleComparisons.holm(p);
    double[] benjaminiHochberg = MultipleComparisons.benjaminiHochberg(p);
    List<PairComparison> rows = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      rows.add(row(pairs.get(i), holm[i], benjaminiHochberg[i]));
    }
    return rows;
  }

  /** {@code [i][j]}: model i is better than model j with a Holm-adjusted p below .05. */
  boolean[][] significantlyBetter() {
    double[] holm = MultipleComparisons.holm(pairs.stream().mapToDouble(Pair::p).toArray());
    boolean[][] better = new boolean[models.size()][models.size()];
    for (int i = 0; i < holm.length; i++) {
      Pair pair = pairs.get(i);
      if (holm[i] < LEVEL) {
        boolean firstWins = pair.wins() > pair.losses();
        better[firstWins ? pair.first() : pair.second()][firstWins ? pair.second() : pair.first()] =
            true;
      }
    }
    return better;
  }

  private PairComparison row(Pair pair, double holm, double benjaminiHochberg) {
    BenchmarkModel a = models.get(pair.first());
    BenchmarkModel b = models.get(pair.second());
    PairSums sums = pair.total().sums();
    ExactMoments differences = sums.differences();
    MeanEstimate difference = MeanEstimate.of(differences);
    return new PairComparison(
        source,
        benchmark,
        task == null ? null : task.task(),
        task == null ? null : task.adapterMethod(),
        task == null ? null : task.metric(),
        task == null ? null : task.split(),
        task == null ? null : task.subSplit(),
        a.modelName(),
        a.modelDeployment(),
        b.modelName(),
        b.modelDeployment(),
        pair.total().tasks(),
        sums.shared(),
        sums.questionsDiffer(),
        oneDirection ? difference.mean() : null,
        oneDirection ? difference.standardError() : null,
        pair.wins(),
        pair.losses(),
        sums.ties(),
        pair.total().binary() ? "mcnemar" : "sign",
        pair.p(),
        holm,
        benjaminiHochberg,
        oneDirection ? DetectableDifference.paired(difference.sd(), differences.count()) : null);
  }

  private record Pair(int first, int second, PairTotal total, long wins, long losses, double p) {}
}
