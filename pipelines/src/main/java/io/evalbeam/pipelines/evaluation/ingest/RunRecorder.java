package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.io.evaluation.detail.DetailFileWriter;
import io.evalbeam.io.evaluation.everyeval.EveryEvalExport;
import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.transforms.evaluation.RunStatistics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the responses of one run as they come and gathers what is known at its end. */
final class RunRecorder implements RunSink, AutoCloseable {
  private final RunContext context;
  private final FoundRun run;
  private final DetailFileWriter detail;
  private final @Nullable EveryEvalExport export;
  private final List<ReportedScore> reportedScores = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private @Nullable RunStatistics statistics;
  private long responses;
  private long repeated;

  RunRecorder(RunContext context, FoundRun run, DetailFileWriter detail, String staging) {
    this.context = context;
    this.run = run;
    this.detail = detail;
    this.export = context.exportTo(staging);
  }

  @Override
  public void response(Response response) throws IOException {
    RunStatistics cells = statistics;
    if (cells == null) {
      // Formats without a release schema are published by a metric that the run has.
      EvaluationRun published = context.published(run, response.metrics(), issues::add);
      cells = context.statisticsOf(published);
      statistics = cells;
      detail.begin(published);
      if (export != null) {
        export.begin(published);
      }
    }
    if (!cells.add(response)) {
      repeated++;
      issues.add(repetition(run, response));
      return;
    }
    detail.write(response);
    if (export != null) {
      export.add(response);
    }
    responses++;
  }

  @Override
  public void reported(ReportedScore score) {
    reportedScores.add(score);
  }

  @Override
  public void issue(Issue issue) {
    issues.add(Issues.inside(run.location(), Issues.ofStage(WritePart.STAGE, issue)));
  }

  /** Responses written. */
  long responses() {
    return responses;
  }

  /** Responses left out because their key came before, each with an issue. */
  long repeatedResponses() {
    return repeated;
  }

  List<ReportedScore> reportedScores() {
    return reportedScores;
  }

  List<Issue> issues() {
    return issues;
  }

  /** Statistics of the run; call once, at its end. */
  List<CellStatistics> statistics() {
    return statistics == null ? List.of() : statistics.finish();
  }

  /** Completes the interchange files of the run; none if they were not asked for. */
  List<StagedFile> finishExport(List<CellStatistics> cells, RunOutcome outcome) throws IOException {
    return export == null || statistics == null ? List.of() : export.finish(cells, outcome);
  }

  private static Issue repetition(FoundRun run, Response response) {
    Perturbation perturbation = response.perturbation();
    return Issue.rejected(
        IssueCode.DUPLICATE_CONFLICT,
        WritePart.STAGE,
        Issues.wholeOf(run),
        "",
        response.instanceId(),
        "The run answers this instance twice in trial "
            + response.trial()
            + (perturbation == null ? "" : " under perturbation " + perturbation.name())
            + "; the first answer is kept.");
  }

  @Override
  public void close() throws IOException {
    if (export != null) {
      export.close();
    }
  }
}
