package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;

/** Reads one run: its stated figures, then its samples. */
final class RunReading {
  private final FoundRun run;
  private final Aggregate aggregate;
  private final String task;
  private final boolean firstTask;
  private final RunSink sink;
  private final RunFile file;

  RunReading(FoundRun run, Aggregate aggregate, RunSink sink) {
    this.run = run;
    this.aggregate = aggregate;
    this.task = run.header().task();
    this.firstTask = aggregate.tasks().get(0).equals(task);
    this.sink = sink;
    this.file = run.files().get(0);
  }

  RunOutcome read() throws IOException, DamagedRunException {
    for (AggregateResult result : aggregate.resultsOf(task)) {
      sink.reported(reported(result));
    }
    Aggregate.DeclaredSamples declared = aggregate.samples();
    if (run.files().size() > 1) {
      if (declared == null) {
        warn(
            IssueCode.REFERENCE_DANGLING,
            "The aggregate does not declare the samples file beside it; it was read all the same.");
      }
      return new SamplesReading(run, aggregate, sink).read();
    }
    if (declared != null) {
      warn(
          IssueCode.FILE_MISSING,
          "The aggregate declares a samples file, and there is none beside it.");
    }
    return new RunOutcome(0, null, 0);
  }

  private ReportedScore reported(AggregateResult result) {
    RunHeader header = run.header();
    StatedScore score = result.score();
    return new ReportedScore(
        header.source(),
        header.benchmark(),
        header.runName(),
        run.runHash(),
        file.name(),
        null,
        header.modelName(),
        task,
        null,
        result.metric(),
        result.id(),
        false,
        score.status(),
        score.value(),
        null,
        score.standardError(),
        score.n(),
        result.traits().lowerIsBetter(),
        null,
        result.row());
  }

  /** What concerns the whole file is said once. */
  private void warn(IssueCode code, String detail) {
    if (firstTask) {
      sink.issue(
          Issue.warning(
              code,
              FileIssues.STAGE,
              EveryEvalFormat.source(run, file),
              "/detailed_evaluation_results",
              "",
              detail));
    }
  }
}
