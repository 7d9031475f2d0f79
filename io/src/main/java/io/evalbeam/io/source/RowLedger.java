package io.evalbeam.io.source;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.ParsedRow;

/** One reading of one source: numbers the rows, counts what becomes of them, names the stage. */
final class RowLedger {
  static final String STAGE = "collect-models";

  private final SourceDescription description;
  private final RowSink sink;
  private final ReadLimits limits;
  private int read;
  private int kept;
  private int rejected;
  private int filtered;
  private boolean complete = true;

  RowLedger(SourceDescription description, RowSink sink, ReadLimits limits) {
    this.description = description;
    this.sink = sink;
    this.limits = limits;
  }

  SourceDescription description() {
    return description;
  }

  ReadLimits limits() {
    return limits;
  }

  /** Counts a row and gives its number, from 1. */
  int nextRow() {
    return ++read;
  }

  /** Whether another row may be read; says so in an issue when not. */
  boolean rowsLeft() {
    if (read < limits.rows()) {
      return true;
    }
    stop(
        IssueCode.LIMIT_EXCEEDED,
        "row " + (read + 1),
        "",
        "A source may hold " + limits.rows() + " rows; the rest was not read.");
    return false;
  }

  void keep(ParsedRow row) {
    kept++;
    sink.row(row);
  }

  void rejectRow(IssueCode code, String location, String excerpt, String detail) {
    rejected++;
    rejectValue(code, location, excerpt, detail);
  }

  void filterRow(String location, String excerpt, String detail) {
    filtered++;
    warn(IssueCode.ROW_FILTERED, location, excerpt, detail);
  }

  /** A cell whose value is lost while its row may stay. */
  void rejectValue(IssueCode code, String location, String excerpt, String detail) {
    sink.issue(Issue.rejected(code, STAGE, description.name(), location, excerpt, detail));
  }

  void warn(IssueCode code, String location, String excerpt, String detail) {
    sink.issue(Issue.warning(code, STAGE, description.name(), location, excerpt, detail));
  }

  /** The source cannot be read further. */
  void stop(IssueCode code, String location, String excerpt, String detail) {
    complete = false;
    rejectValue(code, location, excerpt, detail);
  }

  /** Ends the reading; a source without rows and without any other complaint is an issue. */
  ReadCounts finish() {
    if (read == 0 && complete) {
      rejectValue(IssueCode.SOURCE_EMPTY, "file", "", "At least one row was expected.");
    }
    return new ReadCounts(read, kept, rejected, filtered, complete);
  }
}
