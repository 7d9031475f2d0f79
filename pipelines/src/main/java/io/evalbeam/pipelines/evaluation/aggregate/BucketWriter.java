package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.table.TableFileWriter;
import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.evaluation.ComparisonState;
import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.transforms.aggregate.TaskAggregation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Writes the files of one bucket. Rows come task by task, in the order of tasks. */
final class BucketWriter {
  private final BucketPlaces places;
  private final int bucket;
  private final List<CellStatistics> cells = new ArrayList<>();
  private final List<ComprehensiveStatistics> statistics = new ArrayList<>();
  private final List<ComparisonResult> comparisons = new ArrayList<>();
  private final List<ComparisonState> states = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();

  BucketWriter(BucketPlaces places, int bucket) {
    this.places = places;
    this.bucket = bucket;
  }

  /**
   * Takes a task.
   *
   * @param rows rows of its live runs; the scores by instance are kept in the states instead
   */
  void add(List<CellStatistics> rows, TaskAggregation task) {
    rows.forEach(row -> cells.add(row.withoutScores()));
    statistics.addAll(task.statistics());
    comparisons.addAll(task.comparisons());
    states.addAll(task.states());
    issues.addAll(task.issues());
  }

  /** Writes all files; says where they can be read, and what to publish. */
  BucketFiles finish(Consumer<StagedFile> files) throws IOException {
    write(CellStatistics.class, BucketPlaces.CELLS, cells, files);
    return new BucketFiles(
        bucket,
        write(ComprehensiveStatistics.class, BucketPlaces.STATISTICS, statistics, files),
        write(ComparisonResult.class, BucketPlaces.COMPARISONS, comparisons, files),
        write(ComparisonState.class, BucketPlaces.STATES, states, files),
        write(Issue.class, BucketPlaces.ISSUES, issues, files));
  }

  private <T> String write(Class<T> type, String what, List<T> rows, Consumer<StagedFile> files)
      throws IOException {
    Table<T> table = Table.of(type);
    Comparator<T> order = table.keyOrder();
    rows.sort(order);
    try (TableFileWriter<T> writer =
        new TableFileWriter<>(table, places.staging(), places.layout().state(bucket, what))) {
      for (T row : rows) {
        writer.write(row);
      }
      StagedFile file = writer.finish();
      files.accept(file);
      return file.staged();
    }
  }
}
