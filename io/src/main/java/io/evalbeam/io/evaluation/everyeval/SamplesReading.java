package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.io.evaluation.json.JsonLines;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.HashingInput;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;

/**
 * Reads a samples file twice: first the scores, since rows of one response may lie anywhere, then
 * the texts, which are given on with all scores at the first row of each response.
 */
final class SamplesReading {
  private final FoundRun run;
  private final Aggregate aggregate;
  private final RunSink sink;
  private final RunFile file;
  private final String source;
  private final RowReader rows;
  private final MetricColumns columns;

  SamplesReading(FoundRun run, Aggregate aggregate, RunSink sink) {
    this.run = run;
    this.aggregate = aggregate;
    this.sink = sink;
    this.file = run.files().get(1);
    this.source = EveryEvalFormat.source(run, file);
    String task = run.header().task();
    this.rows = new RowReader(aggregate, task);
    this.columns = new MetricColumns(aggregate.resultsOf(task));
  }

  RunOutcome read() throws IOException, DamagedRunException {
    ScoreScan scan = new ScoreScan(aggregate.evaluationId(), columns, source, sink);
    long lines = forEachLine(line -> scan.add(line, rows));
    scan.finish();
    if (aggregate.tasks().get(0).equals(run.header().task())) {
      compareWithDeclaration(lines);
    }
    forEachLine(
        line -> {
          SampleRow row = rows.read(line, fault -> {});
          int slot = row == null ? -1 : columns.take(row);
          if (row != null && slot >= 0) {
            sink.response(SampleResponse.of(row, columns.values(slot)));
          }
        });
    FigureCheck figures = scan.figures();
    figures.compare(EveryEvalFormat.source(run, run.files().get(0)), sink);
    return new RunOutcome(scan.rejected(), figures.verified(), figures.comparisons());
  }

  private interface LineVisitor {
    void visit(JsonLines.Line line) throws IOException;
  }

  /** Visits all lines that are not blank and returns their number. */
  private long forEachLine(LineVisitor visitor) throws IOException, DamagedRunException {
    long count = 0;
    try (HashingInput in = new HashingInput(BeamFiles.open(file.path()))) {
      JsonLines lines = new JsonLines(in, Limits.MAX_LINE_BYTES);
      for (JsonLines.Line line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank()) {
          visitor.visit(line);
          count++;
        }
      }
      if (!in.sha256().equals(file.sha256())) {
        throw new DamagedRunException(EveryEvalFormat.unstable(source));
      }
    }
    return count;
  }

  private void compareWithDeclaration(long lines) {
    Aggregate.DeclaredSamples declared = aggregate.samples();
    if (declared == null) {
      return;
    }
    Long total = declared.rows();
    if (total != null && total != lines) {
      warn(
          IssueCode.COUNTS_DIFFER,
          lines + " rows",
          "The aggregate declares " + total + " rows, the samples file has " + lines + ".");
    }
    String checksum = declared.sha256();
    if (checksum != null && !checksum.equals(file.sha256())) {
      warn(
          IssueCode.CHECKSUM_DIFFERS,
          checksum,
          "The samples file is not the one whose SHA-256 the aggregate declares.");
    }
  }

  private void warn(IssueCode code, String excerpt, String detail) {
    sink.issue(Issue.warning(code, FileIssues.STAGE, source, "", excerpt, detail));
  }
}
