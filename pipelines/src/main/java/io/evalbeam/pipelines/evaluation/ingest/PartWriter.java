package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.detail.DetailFileWriter;
import io.evalbeam.io.table.TableFileWriter;
import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of one part: detailed rows, statistics beside them, figures the runs report, and
 * interchange files where they were asked for.
 */
final class PartWriter implements AutoCloseable {
  private static final Table<CellStatistics> STATISTICS = Table.of(CellStatistics.class);
  private static final Table<ReportedScore> REPORTED = Table.of(ReportedScore.class);

  private final RunContext context;
  private final String staging;
  private final int number;
  private final IngestLayout layout;
  private final DetailFileWriter detail;
  private final TableFileWriter<CellStatistics> statistics;
  private @Nullable TableFileWriter<ReportedScore> reported;
  private final List<StagedFile> exports = new ArrayList<>();
  private final List<RunEntry> entries = new ArrayList<>();
  private boolean broken;

  PartWriter(RunContext context, String staging, int number) throws IOException {
    this.context = context;
    this.staging = staging;
    this.number = number;
    this.layout = context.settings().layout();
    this.detail = new DetailFileWriter(staging, layout.detail(number));
    this.statistics = new TableFileWriter<>(STATISTICS, staging, layout.statistics(number));
  }

  /**
   * Reads a run into the part.
   *
   * @throws DamagedRunException when the run cannot be used; {@link #holdsRowsOfBrokenRun} then
   *     says whether the part can go on
   */
  void read(PlannedRun planned) throws IOException, DamagedRunException {
    FoundRun run = planned.run();
    try (RunRecorder recorder = new RunRecorder(context, run, detail, staging)) {
      RunOutcome outcome;
      try {
        outcome = context.format().read(run, recorder);
      } catch (DamagedRunException e) {
        broken = recorder.responses() > 0;
        throw e;
      }
      List<CellStatistics> cells = recorder.statistics();
      for (CellStatistics cell : cells) {
        statistics.write(cell);
      }
      for (ReportedScore score : recorder.reportedScores()) {
        reported().write(score);
      }
      exports.addAll(recorder.finishExport(cells, outcome));
      entries.add(entry(planned, recorder, outcome));
    }
  }

  /** Whether rows of a run that is damaged were written, so that the part must be begun again. */
  boolean holdsRowsOfBrokenRun() {
    return broken;
  }

  /** Completes the files. */
  List<StagedFile> finish() throws IOException {
    List<StagedFile> files = new ArrayList<>(exports);
    files.add(detail.finish());
    files.add(statistics.finish());
    if (reported != null) {
      files.add(reported.finish());
    }
    return files;
  }

  /** What the register will say about the runs of the part. */
  List<RunEntry> entries() {
    return entries;
  }

  @Override
  public void close() throws IOException {
    try (detail;
        statistics) {
      if (reported != null) {
        reported.close();
      }
    }
  }

  private TableFileWriter<ReportedScore> reported() throws IOException {
    if (reported == null) {
      reported = new TableFileWriter<>(REPORTED, staging, layout.reported(number));
    }
    return reported;
  }

  private RunEntry entry(PlannedRun planned, RunRecorder recorder, RunOutcome outcome) {
    FoundRun run = planned.run();
    RunHeader header = run.header();
    return new RunEntry(
        header.source(),
        header.benchmark(),
        header.runName(),
        header.suite(),
        header.release(),
        run.runHash(),
        planned.status(),
        number,
        header.task(),
        header.modelName(),
        context.model(run).modelId(),
        recorder.responses(),
        recorder.reportedScores().size(),
        outcome.rejectedResponses() + recorder.repeatedResponses(),
        outcome.verified(),
        run.location(),
        run.bytes(),
        context.settings().ingestedAt(),
        recorder.issues());
  }
}
