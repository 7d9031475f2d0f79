package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.ReportedStatus;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reports the cells of one summary. A cell's value is the figure behind it at full precision, from
 * the results file, else from the summary's raw section, where either is what the cell shows;
 * otherwise the cell's own number.
 */
final class SummaryScores {
  private final RunSink sink;
  private final ScoreRows rows;
  private final ScoreRows.Origin origin;
  private final SummaryTable table;
  private final CellIssues issues;
  private final RepeatedCells repeated;

  SummaryScores(
      FoundRun run, RunSink sink, SummaryReader.Summary summary, ScoreRows.Origin origin) {
    this.sink = sink;
    this.rows = new ScoreRows(run);
    this.origin = origin;
    this.table = summary.table();
    this.issues = new CellIssues(new RunIssues(run.location(), sink::issue), summary);
    this.repeated = RepeatedCells.of(summary.table());
  }

  void report(ResultsFigures results, RawScores raw) throws IOException {
    issues.names();
    for (SummaryTable.Row row : table.rows()) {
      switch (row.kind()) {
        case SECTION -> sink.reported(rows.row(origin, row, ReportedStatus.SECTION_ROW));
        case TOO_LONG -> {
          issues.longRow(row);
          sink.reported(rows.row(origin, row, ReportedStatus.TOO_MANY_CELLS));
        }
        case SCORES -> cells(row, results, raw);
      }
    }
    repeated.conflicts().forEach(issues::conflict);
  }

  private void cells(SummaryTable.Row row, ResultsFigures results, RawScores raw)
      throws IOException {
    for (int i = 0; i < table.models().size(); i++) {
      if (repeated.counts(row, i)) {
        cell(row, i, results, raw);
      }
    }
  }

  private void cell(SummaryTable.Row row, int column, ResultsFigures results, RawScores raw)
      throws IOException {
    String model = table.models().get(column);
    String cell = row.cell(column);
    ReportedStatus status = CellNumber.status(cell);
    if (status != ReportedStatus.OK || cell == null) {
      String error = results.error(model, row.dataset());
      issues.cell(row, column, status, error != null ? error : raw.error(model, row.dataset()));
      sink.reported(rows.cell(origin, row, model, status, null, cell));
      return;
    }
    ResultsFigures.Figure full = results.figure(model, row);
    Double figure = full == null ? null : full.value();
    Double shown = firstShown(cell, figure, raw.figure(model, row));
    sink.reported(
        rows.cell(origin, row, model, status, shown == null ? Double.valueOf(cell) : shown, cell));
    boolean current = origin.supersededBy() == null;
    if (current && full != null && !CellNumber.shows(cell, full.value())) {
      issues.scoreConflict(row, column, full);
      sink.reported(rows.figure(full.file(), full.about(), full.metric(), full.value()));
    }
  }

  private static @Nullable Double firstShown(
      String cell, @Nullable Double results, @Nullable Double raw) {
    if (results != null && CellNumber.shows(cell, results)) {
      return results;
    }
    return raw != null && CellNumber.shows(cell, raw) ? raw : null;
  }
}
