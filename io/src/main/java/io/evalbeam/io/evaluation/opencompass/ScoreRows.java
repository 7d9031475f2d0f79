package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.ReportedStatus;
import org.jspecify.annotations.Nullable;

/** Makes the rows a run reports. */
record ScoreRows(FoundRun run) {

  /**
   * Where a row of a summary comes from.
   *
   * @param stamp the summary's own stamp
   * @param supersededBy stamp of the newest summary of the directory; null in that one
   */
  record Origin(String stamp, @Nullable String supersededBy) {}

  /** A score of a model in a summary. */
  ReportedScore cell(
      Origin origin,
      SummaryTable.Row row,
      String model,
      ReportedStatus status,
      @Nullable Double value,
      @Nullable String cell) {
    return make(origin, row, model, status, value, cell);
  }

  /** A row of a summary that holds no scores, or none that can be assigned. */
  ReportedScore row(Origin origin, SummaryTable.Row row, ReportedStatus status) {
    return make(origin, row, null, status, null, null);
  }

  private ReportedScore make(
      Origin origin,
      SummaryTable.Row row,
      @Nullable String model,
      ReportedStatus status,
      @Nullable Double value,
      @Nullable String cell) {
    // Without a model the other cells of the row cannot be trusted to stand in their columns.
    boolean aligned = model != null;
    return new ReportedScore(
        run.header().source(),
        run.header().benchmark(),
        run.header().runName(),
        run.runHash(),
        origin.stamp(),
        origin.supersededBy(),
        model,
        row.dataset(),
        aligned ? row.version() : null,
        aligned ? row.metric() : null,
        aligned ? row.mode() : null,
        aligned && row.group(),
        status,
        value,
        cell,
        null,
        null,
        null,
        null,
        row.line());
  }

  /** A figure of a results file. */
  ReportedScore figure(String file, ModelDataset about, String metric, double value) {
    boolean finite = Double.isFinite(value);
    return plain(
        file,
        about,
        metric,
        finite ? ReportedStatus.OK : ReportedStatus.NON_FINITE,
        finite ? value : null,
        null);
  }

  /** Something wrong with a file. */
  ReportedScore anomaly(String file, @Nullable ModelDataset about, String kind) {
    return plain(file, about, null, ReportedStatus.ANOMALY, null, kind);
  }

  /** What became of the whole run. */
  ReportedScore state(ReportedStatus status, @Nullable String kind) {
    return plain(null, null, null, status, null, kind);
  }

  private ReportedScore plain(
      @Nullable String report,
      @Nullable ModelDataset about,
      @Nullable String metric,
      ReportedStatus status,
      @Nullable Double value,
      @Nullable String kind) {
    return new ReportedScore(
        run.header().source(),
        run.header().benchmark(),
        run.header().runName(),
        run.runHash(),
        report,
        null,
        about == null ? null : about.model(),
        about == null ? null : about.dataset(),
        null,
        metric,
        null,
        false,
        status,
        value,
        null,
        null,
        null,
        null,
        kind,
        0);
  }
}
