package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.schemas.evaluation.PairComparison;
import io.evalbeam.schemas.evaluation.PerturbationEffect;
import io.evalbeam.transforms.evaluation.TaskState;
import io.evalbeam.transforms.statistics.CellResidual;
import io.evalbeam.transforms.statistics.Strength;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What follows from all tasks of each benchmark together. */
public final class BenchmarkResults {
  private final List<ModelStatistics> models = new ArrayList<>();
  private final List<PairComparison> pairs = new ArrayList<>();
  private final List<PerturbationEffect> effects = new ArrayList<>();
  private final Map<List<@Nullable Object>, Flag> flags = new HashMap<>();

  private BenchmarkResults() {}

  /**
   * Computes the results.
   *
   * @param comparisons of all benchmarks, in any order
   * @param states the state behind a comparison
   * @param groups tables of releases by benchmark; complete
   */
  public static BenchmarkResults of(
      String source,
      List<ComparisonResult> comparisons,
      SplitChoice split,
      Function<ComparisonKey, TaskState> states,
      Map<String, GroupTables> groups) {
    BenchmarkResults results = new BenchmarkResults();
    for (BenchmarkTasks benchmark : BenchmarkTasks.of(comparisons, split)) {
      GroupTables tables = groups.get(benchmark.benchmark());
      results.add(
          source,
          split,
          benchmark,
          states,
          tables == null ? Collections.emptySortedMap() : tables.headline());
    }
    return results;
  }

  /** Leaderboard rows. */
  public List<ModelStatistics> models() {
    return models;
  }

  /** Paired comparisons, by task and over all tasks. */
  public List<PairComparison> pairs() {
    return pairs;
  }

  /** Effects of perturbations. */
  public List<PerturbationEffect> effects() {
    return effects;
  }

  /** A row with its residual in the additive fit, where it takes part in one. */
  public ComprehensiveStatistics flagged(ComprehensiveStatistics row) {
    Flag flag =
        row.mainMetric() && row.perturbation() == null
            ? flags.get(
                cell(
                    row.benchmark(),
                    row.task(),
                    row.adapterMethod(),
                    row.shots(),
                    row.metric(),
                    row.split(),
                    row.subSplit(),
                    new Entrant(row.modelName(), row.modelDeployment(), row.promptSettings()).id()))
            : null;
    return flag == null
        ? row
        : row.withResidual(flag.cell().residual(), flag.cell().adjustedP(), flag.suspect());
  }

  private void add(
      String source,
      SplitChoice split,
      BenchmarkTasks benchmark,
      Function<ComparisonKey, TaskState> states,
      SortedMap<BenchmarkModel, Double> groupWinRates) {
    OutlierTable outliers = OutlierTable.of(benchmark);
    List<Strength> strengths =
        StrengthTable.of(
            benchmark,
            task ->
                TaskScores.of(
                    states.apply(key(task.comparison())).withoutRepeatedRuns(), task.entrants()));
    Leaderboard leaderboard =
        new Leaderboard(
            source, split.name(), benchmark, strengths, groupWinRates, outliers.outliers());
    models.addAll(leaderboard.rows());
    pairs.addAll(leaderboard.pairs());
    effects.addAll(PerturbationTable.rows(source, benchmark));
    for (BenchmarkTask task : benchmark.tasks()) {
      flag(task, outliers);
    }
  }

  private void flag(BenchmarkTask task, OutlierTable outliers) {
    ComparisonResult comparison = task.comparison();
    List<@Nullable String> entrants = task.entrants();
    for (int model = 0; model < entrants.size(); model++) {
      CellResidual residual = outliers.residual(task, model);
      if (residual != null) {
        flags.put(
            cell(
                comparison.benchmark(),
                comparison.task(),
                comparison.adapterMethod(),
                comparison.shots(),
                comparison.metric(),
                comparison.split(),
                comparison.subSplit(),
                entrants.get(model)),
            new Flag(residual, OutlierTable.isSuspect(residual, task)));
      }
    }
  }

  private static List<@Nullable Object> cell(@Nullable Object... parts) {
    List<@Nullable Object> cell = new ArrayList<>();
    Collections.addAll(cell, parts);
    return cell;
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

  private record Flag(CellResidual cell, boolean suspect) {}
}
