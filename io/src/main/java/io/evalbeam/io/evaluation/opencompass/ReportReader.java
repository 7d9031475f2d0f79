package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.ReportedStatus;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the report of a stamp directory: every cell of every summary, and the figures of results
 * files that the newest summary does not show.
 */
final class ReportReader {
  private final FoundRun run;
  private final RunSink sink;
  private final RunIssues issues;
  private final ScoreRows rows;

  ReportReader(FoundRun run, RunSink sink) {
    this.run = run;
    this.sink = sink;
    this.issues = new RunIssues(run.location(), sink::issue);
    this.rows = new ScoreRows(run);
  }

  RunOutcome read() throws IOException, DamagedRunException {
    ResultsFigures results = ResultsFigures.read(run, sink);
    SummaryFiles summaries = SummaryFiles.of(run.files());
    for (RunFile file : summaries.foreign()) {
      foreign(file.name());
    }
    Optional<SummaryTable> current =
        summaries.byStamp().isEmpty() ? withoutSummary() : summaries(summaries, results);
    results.reportAllBut(current);
    return new RunOutcome(0, null, 0);
  }

  private void foreign(String name) throws IOException {
    issues.info(
        IssueCode.FOREIGN_SUMMARY, name, "", "", "Another tool's summary; no scores were taken.");
    String kind = name.endsWith(SummaryForm.CSV.extension()) ? "foreign_csv" : "foreign_file";
    sink.reported(rows.anomaly(name, null, kind));
  }

  private Optional<SummaryTable> withoutSummary() throws IOException {
    issues.warning(
        IssueCode.NO_SUMMARY,
        "",
        "",
        "",
        "The run ended without a summary; figures of results files are taken as they are.");
    sink.reported(rows.state(ReportedStatus.INCOMPLETE, null));
    return Optional.empty();
  }

  /** Reports all summaries, the newest last, and returns the table of that one. */
  private Optional<SummaryTable> summaries(SummaryFiles summaries, ResultsFigures results)
      throws IOException, DamagedRunException {
    SummaryReader reader = new SummaryReader(issues);
    String newest = summaries.byStamp().lastKey();
    Optional<SummaryTable> current = Optional.empty();
    for (Map.Entry<String, Map<SummaryForm, RunFile>> entry : summaries.byStamp().entrySet()) {
      String stamp = entry.getKey();
      boolean superseded = !stamp.equals(newest);
      if (superseded) {
        issues.info(
            IssueCode.SUPERSEDED_SUMMARY,
            StampLayout.SUMMARY + stamp,
            "",
            stamp,
            "The summary of " + newest + " counts instead.");
      }
      Optional<SummaryReader.Summary> summary = reader.read(entry.getValue());
      if (summary.isPresent()) {
        ScoreRows.Origin origin = new ScoreRows.Origin(stamp, superseded ? newest : null);
        new SummaryScores(run, sink, summary.get(), origin)
            .report(results, reader.raw(entry.getValue()));
      } else {
        sink.reported(rows.anomaly(StampLayout.SUMMARY + stamp, null, "unparsable_summary"));
      }
      current = summary.map(SummaryReader.Summary::table);
    }
    return current;
  }
}
