package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.schemas.evaluation.AggregatedRun;
import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.evaluation.ComparisonState;
import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.evaluation.PairComparison;
import io.evalbeam.schemas.evaluation.TaskTotals;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was published of a bucket, by task: tasks without new or lost runs are taken over as they
 * are, the others are made again on top of it. Pairs, of which there are most, are read task by
 * task.
 */
final class KeptBucket implements AutoCloseable {
  private final Map<String, List<CellStatistics>> cells;
  private final Map<String, List<ComprehensiveStatistics>> statistics;
  private final Map<String, List<ComparisonResult>> comparisons;
  private final Map<String, List<TaskTotals>> totals;
  private final Map<String, List<ComparisonState>> states;
  private final Map<String, List<Issue>> issues;
  private final TableFileReader<PairComparison> pairs;
  private @Nullable PairComparison nextPair;

  private KeptBucket(String cellsPath, BucketFiles files) throws IOException {
    cells = read(CellStatistics.class, cellsPath, r -> key(r.benchmark(), r.task()));
    statistics =
        read(ComprehensiveStatistics.class, files.statistics(), r -> key(r.benchmark(), r.task()));
    comparisons =
        read(ComparisonResult.class, files.comparisons(), r -> key(r.benchmark(), r.task()));
    totals = read(TaskTotals.class, files.totals(), r -> key(r.benchmark(), r.task()));
    states = read(ComparisonState.class, files.states(), r -> key(r.benchmark(), r.task()));
    // Issues of a task name it as their place.
    issues = read(Issue.class, files.issues(), r -> key(r.source(), r.location()));
    pairs = new TableFileReader<>(Table.of(PairComparison.class), files.pairs());
    nextPair = pairs.read();
  }

  /** A bucket; null if there is no state, or none of this bucket. */
  static @Nullable KeptBucket open(BucketPlaces places, int bucket) throws IOException {
    return places.hasState() && BeamFiles.exists(places.cells(bucket))
        ? new KeptBucket(places.cells(bucket), places.published(bucket))
        : null;
  }

  /** Whether a task was made of exactly these runs, given as {@link PartRead#run}. */
  boolean isOf(String task, Set<String> runs) {
    Set<String> kept = new HashSet<>();
    cells(task).forEach(row -> kept.add(PartRead.run(row.runName(), row.runHash())));
    return kept.equals(runs);
  }

  /** Rows of a task's runs, also of those that are lost, without scores by instance. */
  List<CellStatistics> cells(String task) {
    return cells.getOrDefault(task, List.of());
  }

  List<ComprehensiveStatistics> statistics(String task) {
    return statistics.getOrDefault(task, List.of());
  }

  List<ComparisonResult> comparisons(String task) {
    return comparisons.getOrDefault(task, List.of());
  }

  List<TaskTotals> totals(String task) {
    return totals.getOrDefault(task, List.of());
  }

  List<ComparisonState> states(String task) {
    return states.getOrDefault(task, List.of());
  }

  List<Issue> issues(String task) {
    return issues.getOrDefault(task, List.of());
  }

  /** Gives the pairs of a task, in order. Tasks must be asked for in their order, each once. */
  void forEachPair(String task, PairTaker taker) throws IOException {
    for (PairComparison row = nextPair; row != null; row = pairs.read()) {
      // Rows over all tasks lie elsewhere.
      int order = key(row.benchmark(), String.valueOf(row.task())).compareTo(task);
      if (order > 0) {
        nextPair = row;
        return;
      }
      if (order == 0) {
        taker.take(row);
      }
    }
    nextPair = null;
  }

  /** Takes a row. */
  @FunctionalInterface
  interface PairTaker {
    void take(PairComparison row) throws IOException;
  }

  @Override
  public void close() throws IOException {
    pairs.close();
  }

  private static <T> Map<String, List<T>> read(Class<T> type, String path, Function<T, String> task)
      throws IOException {
    Map<String, List<T>> rows = new HashMap<>();
    TableFileReader.forEach(
        type,
        path,
        row -> rows.computeIfAbsent(task.apply(row), key -> new ArrayList<>()).add(row));
    return rows;
  }

  private static String key(String benchmark, String task) {
    return AggregatedRun.taskKey(benchmark, task);
  }
}
