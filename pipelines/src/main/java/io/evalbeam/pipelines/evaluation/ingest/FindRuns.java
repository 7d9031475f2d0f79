package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.CandidateBatch;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.io.evaluation.RunFormat;
import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.InputFile;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.TupleTag;

/** Reads who the candidates are and hashes the files of their runs. */
final class FindRuns extends DoFn<CandidateBatch, FoundRun> {
  /** Stage in the issues of this step. */
  static final String STAGE = IngestEvals.NAME + "/find";

  static final TupleTag<FoundRun> RUNS = new TupleTag<>() {};
  static final TupleTag<Issue> ISSUES = new TupleTag<>() {};

  private final IngestSettings settings;

  FindRuns(IngestSettings settings) {
    this.settings = settings;
  }

  @ProcessElement
  public void process(@Element CandidateBatch batch, MultiOutputReceiver out) throws IOException {
    RunFormat format = RunFormats.of(settings);
    for (RunCandidate candidate : batch.candidates()) {
      IdentifiedRuns identified = format.identify(candidate, settings.scope());
      for (FoundRun run : identified.runs()) {
        out.get(RUNS).output(run);
        for (RunFile file : run.files()) {
          out.get(CollectResult.INPUTS).output(input(run, file));
        }
      }
      identified.issues().forEach(issue -> out.get(ISSUES).output(Issues.ofStage(STAGE, issue)));
      count(out, "runs_read", identified.runs().size() + identified.rejected());
      count(out, "runs_rejected", identified.rejected());
      count(out, "runs_ignored", identified.ignored());
    }
  }

  private InputFile input(FoundRun run, RunFile file) {
    return new InputFile(
        settings.layout().name(),
        Issues.join(run.location(), file.name()),
        file.sha256(),
        file.bytes());
  }

  private void count(MultiOutputReceiver out, String measure, long count) {
    if (count > 0) {
      out.get(CollectResult.COUNTS).output(settings.layout().count(measure, count));
    }
  }
}
