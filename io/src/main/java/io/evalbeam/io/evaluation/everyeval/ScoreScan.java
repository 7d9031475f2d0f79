package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.io.evaluation.json.JsonLines;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;

/** The first pass over a samples file: collects scores and says what is wrong with rows. */
final class ScoreScan {
  private final String evaluationId;
  private final MetricColumns columns;
  private final String source;
  private final RunSink sink;
  private final FigureCheck figures = new FigureCheck();
  private final Tally strangers = new Tally();
  private final Tally dangling = new Tally();
  private final Tally errors = new Tally();
  private long rejected;

  ScoreScan(String evaluationId, MetricColumns columns, String source, RunSink sink) {
    this.evaluationId = evaluationId;
    this.columns = columns;
    this.source = source;
    this.sink = sink;
  }

  /** Takes a line. */
  void add(JsonLines.Line line, RowReader rows) {
    SampleRow row =
        rows.read(line, fault -> reject(line, fault.code(), fault.excerpt(), fault.detail()));
    if (row == null) {
      return;
    }
    Double score = row.score();
    if (!columns.put(row, score)) {
      reject(
          line,
          IssueCode.DUPLICATE_CONFLICT,
          row.sampleId(),
          "The sample has a row of this metric, perturbation and trial already; that one counts.");
      return;
    }
    if (score != null) {
      figures.add(row, score);
    } else if (!row.isUnknown()) {
      sink.issue(
          Issue.warning(
              IssueCode.MISSING_SCORE,
              FileIssues.STAGE,
              source,
              place(line.number()),
              row.json().path("evaluation").path("score").asText(),
              "The row has no finite score; its response is kept without one."));
    }
    count(row, line.number());
  }

  /** Says what concerns many rows, once each. */
  void finish() {
    warn(
        strangers,
        IssueCode.VALUES_CONFLICT,
        " rows have another evaluation_id than their aggregate; they were read all the same.");
    warn(
        dangling,
        IssueCode.REFERENCE_DANGLING,
        " rows name a result that the aggregate has not; they count for the only result of their"
            + " evaluation.");
    warn(
        errors,
        IssueCode.EVALUATOR_ERROR,
        " rows state an error of the evaluation beside their score.");
  }

  /** Lines that gave no score, each with an issue. */
  long rejected() {
    return rejected;
  }

  /** Figures recomputed from the rows. */
  FigureCheck figures() {
    return figures;
  }

  private void count(SampleRow row, long line) {
    if (!evaluationId.equals(StrictJson.text(row.json(), "evaluation_id"))) {
      strangers.add(line);
    }
    if (row.dangling()) {
      dangling.add(line);
    }
    if (row.json().hasNonNull("error")) {
      errors.add(line);
    }
  }

  private void reject(JsonLines.Line line, IssueCode code, String excerpt, String detail) {
    rejected++;
    sink.issue(
        Issue.rejected(code, FileIssues.STAGE, source, place(line.number()), excerpt, detail));
  }

  private void warn(Tally tally, IssueCode code, String detail) {
    if (tally.count > 0) {
      sink.issue(
          Issue.warning(
              code, FileIssues.STAGE, source, place(tally.firstLine), "", tally.count + detail));
    }
  }

  private static String place(long line) {
    return "line " + line;
  }

  /** How often something occurred, and where first. */
  private static final class Tally {
    private long count;
    private long firstLine;

    private void add(long line) {
      if (count == 0) {
        firstLine = line;
      }
      count++;
    }
  }
}
