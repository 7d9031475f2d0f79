package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.Candidates;
import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.io.evaluation.InputListing;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.io.evaluation.RunFormat;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.ReportedStatus;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Result trees of OpenCompass 0.5, {@code {eval_id}/opencompass-{run_id}/{stamp}/}; the input may
 * be the root, an evaluation, a run or a stamp directory.
 *
 * <p>A candidate is a run directory with all its stamps. It gives one run for the report of each
 * stamp directory, with every figure of every summary, and one for each model and data set of it
 * with the responses. The stamp is suite and precedence. What an older stamp answered and the
 * newest did not is a run without files under the newest stamp, so that older answers never count
 * as current.
 */
public final class OpenCompassFormat implements RunFormat {
  @Override
  public String name() {
    return "opencompass";
  }

  @Override
  public Candidates candidates(InputListing input, IngestScope scope) {
    return RunDirectories.find(input.files(), input.emptyDirectories());
  }

  @Override
  public IdentifiedRuns identify(RunCandidate candidate, IngestScope scope) throws IOException {
    return new RunIdentification(candidate, scope).identify();
  }

  @Override
  public RunOutcome read(FoundRun run, RunSink sink) throws IOException, DamagedRunException {
    return switch (RunPart.of(Objects.requireNonNull(run.selector(), "selector"))) {
      case REPORT -> new ReportReader(run, sink).read();
      case RESPONSES -> new ResponsesReader(run, sink).read();
      case NOT_STARTED -> state(run, sink, ReportedStatus.NO_TIMESTAMP_DIR, null);
      case INVALID_EVALUATION -> state(run, sink, ReportedStatus.INVALID_EVAL_ID, null);
      case INVALID_RUN -> state(run, sink, ReportedStatus.ANOMALY, "invalid_run_id");
    };
  }

  private static RunOutcome state(
      FoundRun run, RunSink sink, ReportedStatus status, @Nullable String kind) throws IOException {
    sink.reported(new ScoreRows(run).state(status, kind));
    return new RunOutcome(0, null, 0);
  }
}
