package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.evaluation.ComparisonState;
import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.evaluation.PairComparison;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.transforms.evaluation.Contribution;
import io.evalbeam.transforms.evaluation.DuplicateInstances;
import io.evalbeam.transforms.evaluation.RunKey;
import io.evalbeam.transforms.evaluation.TaskState;
import io.evalbeam.transforms.evaluation.UnitDecoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything about one task of one benchmark: its cells and the comparisons of its models. */
public final class TaskAggregation {
  private final TaskSettings settings;
  private final StatisticsRows statisticsRows;
  private final UnitDecoder decoder;
  private final List<ComprehensiveStatistics> statistics = new ArrayList<>();
  private final List<ComparisonState> states = new ArrayList<>();
  private final List<ComparisonResult> comparisons = new ArrayList<>();
  private final List<PairComparison> pairs = new ArrayList<>();
  private final List<TaskPairs> counted = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private final Set<RunSplit> repeated = new HashSet<>();

  private TaskAggregation(TaskSettings settings, UnitDecoder decoder) {
    this.settings = settings;
    this.statisticsRows = new StatisticsRows(settings.graded());
    this.decoder = decoder;
  }

  /**
   * Aggregates a task.
   *
   * @param rows rows of all live runs of the task; those that the previous states hold need no
   *     units
   * @param previous states of an earlier run; empty for none
   */
  public static TaskAggregation of(
      TaskSettings settings,
      List<CellStatistics> rows,
      Map<ComparisonKey, TaskState> previous,
      UnitDecoder decoder) {
    TaskAggregation aggregation = new TaskAggregation(settings, decoder);
    aggregation.count(aggregation.compare(rows, previous));
    aggregation.merge(rows);
    return aggregation;
  }

  /** Rows of comprehensive statistics, in no particular order. */
  public List<ComprehensiveStatistics> statistics() {
    return statistics;
  }

  /** States to keep, by key. */
  public List<ComparisonState> states() {
    return states;
  }

  /** Comparisons, by key. */
  public List<ComparisonResult> comparisons() {
    return comparisons;
  }

  /** Pairs of models of the comparison that counts, in no particular order. */
  public List<PairComparison> pairs() {
    return pairs;
  }

  /** Adds up what the benchmark counts. */
  public void addTo(SumsOverTasks sums) {
    counted.forEach(task -> task.addTo(sums));
  }

  /** Runs that were left out, and questions that differ. */
  public List<Issue> issues() {
    return issues;
  }

  /** Compares the models; finds runs of which instances count in another run already. */
  private List<TaskComparison> compare(
      List<CellStatistics> rows, Map<ComparisonKey, TaskState> previous) {
    List<TaskComparison> compared = new ArrayList<>();
    SortedMap<ComparisonKey, SortedMap<RunKey, List<CellStatistics>>> units = new TreeMap<>();
    for (CellStatistics row : rows) {
      if (row.mainMetric()) {
        units
            .computeIfAbsent(ComparisonKey.of(row), key -> new TreeMap<>())
            .computeIfAbsent(runKey(row), key -> new ArrayList<>())
            .add(row);
      }
    }
    units.forEach(
        (key, runs) -> {
          TaskState state =
              previous
                  .getOrDefault(key, TaskState.empty())
                  .update(runs.keySet(), run -> contribution(run, runs));
          for (DuplicateInstances duplicate : state.duplicates()) {
            if (repeated.add(new RunSplit(duplicate.dropped(), key.split(), key.subSplit()))) {
              issues.add(repeatedRun(key, duplicate));
            }
          }
          states.add(stateRow(key, state));
          TaskComparison comparison = TaskComparison.of(key, state.withoutRepeatedRuns(), runs);
          compared.add(comparison);
          comparison.questionsDiffer(settings.stage()).ifPresent(issues::add);
        });
    return compared;
  }

  private void count(List<TaskComparison> compared) {
    Set<TaskComparison> totalled = new HashSet<>();
    for (TaskComparison comparison :
        CountedManner.choose(compared, TaskComparison::result, settings.split())) {
      TaskPairs task = TaskPairs.of(comparison);
      counted.add(task);
      pairs.addAll(task.rows(settings.source()));
      if (task.winsTotalled()) {
        totalled.add(comparison);
      }
    }
    compared.forEach(
        comparison -> comparisons.add(comparison.result(totalled.contains(comparison))));
  }

  private Contribution contribution(RunKey run, Map<RunKey, List<CellStatistics>> runs) {
    List<CellStatistics> rows = runs.get(run);
    if (rows == null) {
      throw new IllegalStateException("run " + run.runName() + " has no rows");
    }
    return Contribution.of(run, rows, decoder);
  }

  private void merge(List<CellStatistics> rows) {
    Map<CellKey, List<CellStatistics>> cells = new LinkedHashMap<>();
    for (CellStatistics row : rows) {
      if (!repeated.contains(new RunSplit(runKey(row), row.split(), row.subSplit()))) {
        cells.computeIfAbsent(CellKey.of(row), key -> new ArrayList<>()).add(row);
      }
    }
    for (List<CellStatistics> cell : cells.values()) {
      cell.sort(
          Comparator.comparing(CellStatistics::runName).thenComparing(CellStatistics::runHash));
      statistics.add(statisticsRows.of(cell));
    }
  }

  private static RunKey runKey(CellStatistics row) {
    return new RunKey(Entrant.of(row).id(), row.runName(), row.runHash());
  }

  private static ComparisonState stateRow(ComparisonKey key, TaskState state) {
    return new ComparisonState(
        key.benchmark(),
        key.task(),
        key.adapterMethod(),
        key.shots(),
        key.metric(),
        key.split(),
        key.subSplit(),
        state.toBytes());
  }

  private Issue repeatedRun(ComparisonKey key, DuplicateInstances duplicate) {
    return Issue.warning(
        IssueCode.RUN_DUPLICATE,
        settings.stage(),
        key.benchmark(),
        key.task(),
        duplicate.dropped().runName(),
        "Instances of this run were also asked in "
            + duplicate.kept().runName()
            + " under the same settings; the latter counts, this run is left out"
            + (key.split() == null ? "." : " of split " + key.split() + "."));
  }

  /** Splits have different instances: a run can repeat another one in one split only. */
  private record RunSplit(RunKey run, @Nullable String split, @Nullable String subSplit) {}
}
