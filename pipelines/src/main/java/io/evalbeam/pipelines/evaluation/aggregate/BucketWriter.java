package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.table.TableFileWriter;
import io.evalbeam.schemas.evaluation.BenchmarkTotals;
import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.evaluation.ComparisonState;
import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.evaluation.PairComparison;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.transforms.aggregate.SumsOverTasks;
import io.evalbeam.transforms.aggregate.TaskAggregation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes the files of one bucket. Rows come task by task, in the order of tasks; those of pairs are
 * written at once, since a task of many models has more of them than of anything else.
 */
final class BucketWriter implements AutoCloseable {
  private static final Comparator<PairComparison> PAIR_ORDER =
      Table.of(PairComparison.class).keyOrder();

  private final BucketPlaces places;
  private final int bucket;
  private final List<CellStatistics> cells = new ArrayList<>();
  private final List<ComprehensiveStatistics> statistics = new ArrayList<>();
  private final List<ComparisonResult> comparisons = new ArrayList<>();
  private final TableFileWriter<PairComparison> pairs;
  private final SortedMap<String, SumsOverTasks> totals = new TreeMap<>();
  private final List<ComparisonState> states = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();

  BucketWriter(BucketPlaces places, int bucket) throws IOException {
    this.places = places;
    this.bucket = bucket;
    this.pairs = open(Table.of(PairComparison.class), BucketPlaces.PAIRS);
  }

  /**
   * Takes a task.
   *
   * @param rows rows of its live runs, at least one; the scores by instance are kept in the states
   *     instead
   */
  void add(List<CellStatistics> rows, TaskAggregation task) throws IOException {
    rows.forEach(row -> cells.add(row.withoutScores()));
    statistics.addAll(task.statistics());
    comparisons.addAll(task.comparisons());
    for (PairComparison row : task.pairs().stream().sorted(PAIR_ORDER).toList()) {
      pairs.write(row);
    }
    task.addTo(totals.computeIfAbsent(rows.get(0).benchmark(), SumsOverTasks::new));
    states.addAll(task.states());
    issues.addAll(task.issues());
  }

  /** Writes all files; says where they can be read, and what to publish. */
  BucketFiles finish(Consumer<StagedFile> files) throws IOException {
    write(CellStatistics.class, BucketPlaces.CELLS, cells, files);
    List<BenchmarkTotals> totalRows = new ArrayList<>();
    totals.values().forEach(sums -> totalRows.add(sums.totals()));
    return new BucketFiles(
        bucket,
        write(ComprehensiveStatistics.class, BucketPlaces.STATISTICS, statistics, files),
        write(ComparisonResult.class, BucketPlaces.COMPARISONS, comparisons, files),
        give(pairs, files),
        write(BenchmarkTotals.class, BucketPlaces.TOTALS, totalRows, files),
        write(ComparisonState.class, BucketPlaces.STATES, states, files),
        write(Issue.class, BucketPlaces.ISSUES, issues, files));
  }

  private <T> String write(Class<T> type, String what, List<T> rows, Consumer<StagedFile> files)
      throws IOException {
    Table<T> table = Table.of(type);
    rows.sort(table.keyOrder());
    try (TableFileWriter<T> writer = open(table, what)) {
      for (T row : rows) {
        writer.write(row);
      }
      return give(writer, files);
    }
  }

  private <T> TableFileWriter<T> open(Table<T> table, String what) throws IOException {
    return new TableFileWriter<>(table, places.staging(), places.layout().state(bucket, what));
  }

  private static String give(TableFileWriter<?> writer, Consumer<StagedFile> files)
      throws IOException {
    StagedFile file = writer.finish();
    files.accept(file);
    return file.staged();
  }

  @Override
  public void close() throws IOException {
    pairs.close();
  }
}
