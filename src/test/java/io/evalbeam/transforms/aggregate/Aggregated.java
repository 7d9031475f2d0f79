package io.evalbeam.transforms.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.evaluation.BenchmarkTotals;
import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.evaluation.ComparisonState;
import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.schemas.evaluation.PairComparison;
import io.evalbeam.schemas.evaluation.PerturbationEffect;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.transforms.evaluation.TaskState;
import io.evalbeam.transforms.evaluation.UnitDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Statistics of runs, task by task and then over all tasks, as the job makes them. */
final class Aggregated {
  private final List<ComprehensiveStatistics> cells = new ArrayList<>();
  private final List<ComparisonResult> comparisons = new ArrayList<>();
  private final List<PairComparison> pairs = new ArrayList<>();
  private final List<BenchmarkTotals> totals = new ArrayList<>();
  private final Map<ComparisonKey, byte[]> states = new HashMap<>();
  private final List<Issue> issues = new ArrayList<>();
  private final BenchmarkResults results;

  private Aggregated(
      GradedIntervals graded,
      String split,
      List<CellStatistics> rows,
      Map<ComparisonKey, TaskState> previous) {
    SortedMap<String, List<CellStatistics>> tasks = new TreeMap<>();
    rows.forEach(row -> tasks.computeIfAbsent(row.task(), key -> new ArrayList<>()).add(row));
    TaskSettings settings =
        new TaskSettings("aggregate-stats", "helm", new SplitChoice(split), graded);
    tasks.values().forEach(task -> add(task, settings, previous));
    results = BenchmarkResults.of("helm", comparisons, totals, settings.split());
  }

  static Aggregated of(AskedRun... runs) {
    return ofSplit(SplitChoice.PUBLISHED, runs);
  }

  static Aggregated ofSplit(String split, AskedRun... runs) {
    return new Aggregated(GradedIntervals.BY_T, split, rows(runs), Map.of());
  }

  static Aggregated by(GradedIntervals graded, AskedRun... runs) {
    return new Aggregated(graded, SplitChoice.PUBLISHED, rows(runs), Map.of());
  }

  /** From rows in a given order, on top of states that hold some of the runs already. */
  static Aggregated ofRows(List<CellStatistics> rows, Map<ComparisonKey, TaskState> previous) {
    return new Aggregated(GradedIntervals.BY_T, SplitChoice.PUBLISHED, rows, previous);
  }

  static List<CellStatistics> rows(AskedRun... runs) {
    return Arrays.stream(runs).flatMap(run -> run.rows().stream()).toList();
  }

  private void add(
      List<CellStatistics> rows, TaskSettings settings, Map<ComparisonKey, TaskState> previous) {
    TaskAggregation task = TaskAggregation.of(settings, rows, previous, new UnitDecoder());
    cells.addAll(task.statistics());
    comparisons.addAll(task.comparisons());
    pairs.addAll(task.pairs());
    SumsOverTasks sums = new SumsOverTasks(rows.get(0).benchmark());
    task.addTo(sums);
    totals.add(sums.totals());
    issues.addAll(task.issues());
    for (ComparisonState state : task.states()) {
      states.put(ComparisonKey.of(state), state.state());
    }
  }

  private TaskState state(ComparisonKey key) {
    return TaskState.fromBytes(Objects.requireNonNull(states.get(key)), new UnitDecoder());
  }

  /** States to build upon. */
  Map<ComparisonKey, TaskState> states() {
    Map<ComparisonKey, TaskState> decoded = new HashMap<>();
    states.keySet().forEach(key -> decoded.put(key, state(key)));
    return decoded;
  }

  /** States as texts of bytes, to compare. */
  Map<ComparisonKey, String> stateBytes() {
    Map<ComparisonKey, String> texts = new HashMap<>();
    states.forEach((key, bytes) -> texts.put(key, Arrays.toString(bytes)));
    return texts;
  }

  BenchmarkResults results() {
    return results;
  }

  /** Paired comparisons, by task and over all tasks. */
  List<PairComparison> pairs() {
    List<PairComparison> all = new ArrayList<>(pairs);
    all.addAll(results.overallPairs());
    return all;
  }

  List<ModelStatistics> models() {
    return results.models(this::state, Map.of());
  }

  List<Issue> issues() {
    return issues;
  }

  /** Rows of the main metric, flagged. */
  List<ComprehensiveStatistics> cells() {
    return cells.stream()
        .filter(ComprehensiveStatistics::mainMetric)
        .map(results.flags()::flagged)
        .toList();
  }

  /** The only row of the main metric of a model on a task, originals of split test. */
  ComprehensiveStatistics cell(String model, String task) {
    return only(
        cells().stream()
            .filter(cell -> cell.modelName().equals(model) && cell.task().equals(task))
            .filter(cell -> "test".equals(cell.split()) && cell.perturbation() == null)
            .toList());
  }

  /** The only row of a model. */
  ModelStatistics model(String name) {
    return only(models().stream().filter(row -> row.modelName().equals(name)).toList());
  }

  /** The only comparison of two models on a task; null for all tasks. */
  PairComparison pair(String a, String b, @Nullable String task) {
    return only(
        pairs().stream()
            .filter(row -> row.modelA().equals(a) && row.modelB().equals(b))
            .filter(row -> Objects.equals(row.task(), task))
            .toList());
  }

  /** The only effect of a kind of perturbation on a task; null for all tasks. */
  PerturbationEffect effect(String kind, @Nullable String task) {
    return only(
        results.effects().stream()
            .filter(row -> row.kind().equals(kind) && Objects.equals(row.task(), task))
            .toList());
  }

  /** A figure that must be there. */
  static double known(@Nullable Double figure) {
    return Objects.requireNonNull(figure);
  }

  private static <T> T only(List<T> rows) {
    assertEquals(1, rows.size(), rows.toString());
    return rows.get(0);
  }
}
