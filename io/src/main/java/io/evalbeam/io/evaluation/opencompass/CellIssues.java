package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.schemas.evaluation.ReportedStatus;
import io.evalbeam.schemas.issue.IssueCode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with cells and rows of a summary. */
record CellIssues(RunIssues issues, SummaryReader.Summary summary) {

  /** Names that must not be joined to a directory. Their scores are kept. */
  void names() {
    Set<String> names = new HashSet<>();
    for (String model : summary.table().models()) {
      if (!TreeNames.isInside(model) && names.add(model)) {
        name("header", model);
      }
    }
    for (SummaryTable.Row row : summary.table().rows()) {
      if (!TreeNames.isInside(row.dataset()) && names.add(row.dataset())) {
        name("line " + row.line(), row.dataset());
      }
    }
  }

  private void name(String place, String name) {
    issues.warning(
        IssueCode.INVALID_NAME,
        summary.file(),
        place,
        name,
        "The name is empty, absolute, has control characters or leaves its directory; no file is"
            + " looked for under it.");
  }

  /** A row longer than the header. */
  void longRow(SummaryTable.Row row) {
    issues.rejected(
        IssueCode.LONG_ROW,
        summary.file(),
        "line " + row.line(),
        row.dataset(),
        "The row has more cells than the header, so no cell can be assigned to a model.");
  }

  /**
   * A cell without a usable number.
   *
   * @param error what the evaluator said instead, null if nothing
   */
  void cell(SummaryTable.Row row, int column, ReportedStatus status, @Nullable String error) {
    String model = summary.table().models().get(column);
    String place = "line " + row.line() + ", model " + model;
    String cell = row.cell(column);
    String text = cell == null ? "" : cell;
    String of = row.dataset() + " of " + model;
    switch (status) {
      case MISSING -> missing(row, place, of, error);
      case NON_FINITE ->
          issues.rejected(
              IssueCode.NON_FINITE_SCORE, summary.file(), place, text, "The score is no number.");
      case SHORT_ROW ->
          issues.rejected(
              IssueCode.SHORT_ROW,
              summary.file(),
              place,
              row.dataset(),
              "The row ends before this cell.");
      case EMPTY, NON_NUMERIC ->
          issues.rejected(
              IssueCode.BAD_CELL,
              summary.file(),
              place,
              text,
              "A number such as 65.62, or a hyphen, was expected.");
      case OK,
          TOO_MANY_CELLS,
          SECTION_ROW,
          INCOMPLETE,
          ANOMALY,
          NO_TIMESTAMP_DIR,
          INVALID_EVAL_ID ->
          throw new IllegalArgumentException(status + " is no fault of a cell");
    }
  }

  private void missing(SummaryTable.Row row, String place, String of, @Nullable String error) {
    String reason = error == null ? "" : " The evaluator said: " + error;
    IssueCode code = row.failed() ? IssueCode.DATASET_FAILED : IssueCode.MISSING_SCORE;
    issues.warning(code, summary.file(), place, "-", "There is no score for " + of + "." + reason);
  }

  /** A cell and the results file behind it that differ after rounding. */
  void scoreConflict(SummaryTable.Row row, int column, ResultsFigures.Figure figure) {
    issues.warning(
        IssueCode.SCORE_CONFLICT,
        summary.file(),
        "line " + row.line() + ", model " + figure.about().model(),
        String.valueOf(row.cell(column)),
        "The results file " + figure.file() + " says " + figure.value() + "; both are kept.");
  }

  /** A score stated twice with different values. */
  void conflict(RepeatedCells.Conflict conflict) {
    issues.rejected(
        IssueCode.DUPLICATE_CONFLICT,
        summary.file(),
        "line " + conflict.line(),
        conflict.first() + " and " + conflict.second(),
        "The score for "
            + conflict.dataset()
            + " of "
            + conflict.model()
            + " is stated several times with different values; none is taken.");
  }
}
