package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.BenchmarkTotals;
import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.schemas.evaluation.PairComparison;
import io.evalbeam.schemas.evaluation.PerturbationEffect;
import io.evalbeam.transforms.evaluation.TaskState;
import io.evalbeam.transforms.statistics.Strength;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What follows from all tasks of each benchmark together. Every table is computed when asked for.
 */
public final class BenchmarkResults {
  private final String source;
  private final SplitChoice split;
  private final List<BenchmarkTasks> benchmarks;
  private final Map<String, SumsOverTasks> sums = new HashMap<>();
  private final Map<String, OutlierTable> outliers = new HashMap<>();
  private final Map<String, PairTable> pairs = new HashMap<>();

  private BenchmarkResults(String source, SplitChoice split, List<BenchmarkTasks> benchmarks) {
    this.source = source;
    this.split = split;
    this.benchmarks = benchmarks;
  }

  /**
   * Results of comparisons.
   *
   * @param comparisons of all benchmarks, in any order
   * @param totals over their tasks, in any order and number; each task is in one of them
   */
  public static BenchmarkResults of(
      String source,
      List<ComparisonResult> comparisons,
      List<BenchmarkTotals> totals,
      SplitChoice split) {
    BenchmarkResults results =
        new BenchmarkResults(source, split, BenchmarkTasks.of(comparisons, split));
    totals.forEach(part -> results.sums(part.benchmark()).add(part));
    return results;
  }

  /**
   * Leaderboard rows.
   *
   * @param states the state behind a comparison
   * @param groups tables of releases by benchmark; complete
   */
  public List<ModelStatistics> models(
      Function<ComparisonKey, TaskState> states, Map<String, GroupTables> groups) {
    List<ModelStatistics> rows = new ArrayList<>();
    for (BenchmarkTasks benchmark : benchmarks) {
      GroupTables tables = groups.get(benchmark.benchmark());
      List<Strength> strengths =
          StrengthTable.of(
              benchmark,
              sums(benchmark.benchmark()),
              task ->
                  TaskScores.of(
                      states.apply(key(task.comparison())).withoutRepeatedRuns(), task.entrants()));
      rows.addAll(
          new Leaderboard(
                  source,
                  split.name(),
                  benchmark,
                  pairs(benchmark),
                  strengths,
                  tables == null ? Collections.emptySortedMap() : tables.headline(),
                  outliers(benchmark).outliers())
              .rows());
    }
    return rows;
  }

  /** Paired comparisons over all tasks of each benchmark. */
  public List<PairComparison> overallPairs() {
    List<PairComparison> rows = new ArrayList<>();
    benchmarks.forEach(benchmark -> rows.addAll(pairs(benchmark).rows()));
    return rows;
  }

  /** Effects of perturbations. */
  public List<PerturbationEffect> effects() {
    List<PerturbationEffect> rows = new ArrayList<>();
    benchmarks.forEach(benchmark -> rows.addAll(PerturbationTable.rows(source, benchmark)));
    return rows;
  }

  /** Cells that model and task do not explain. */
  public CellFlags flags() {
    CellFlags flags = new CellFlags();
    benchmarks.forEach(benchmark -> flags.add(benchmark, outliers(benchmark)));
    return flags;
  }

  private SumsOverTasks sums(String benchmark) {
    return sums.computeIfAbsent(benchmark, SumsOverTasks::new);
  }

  private PairTable pairs(BenchmarkTasks benchmark) {
    return pairs.computeIfAbsent(
        benchmark.benchmark(), name -> OverallPairs.of(source, benchmark, sums(name)));
  }

  private OutlierTable outliers(BenchmarkTasks benchmark) {
    return outliers.computeIfAbsent(benchmark.benchmark(), name -> OutlierTable.of(benchmark));
  }

  private static ComparisonKey key(ComparisonResult comparison) {
    return new ComparisonKey(
        comparison.benchmark(),
        comparison.task(),
        comparison.adapterMethod(),
        comparison.shots(),
        comparison.metric(),
        comparison.split(),
        comparison.subSplit());
  }
}
