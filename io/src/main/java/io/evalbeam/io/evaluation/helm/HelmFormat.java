package io.evalbeam.io.evaluation.helm;

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
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Runs of HELM: {@code {output}/runs/{suite}/{run}/} with {@code run_spec.json}, {@code
 * per_instance_stats.json}, {@code scenario_state.json}, {@code stats.json} and, after summarising,
 * the display files; {@code {output}/releases/{release}/} says which runs a release takes from
 * which suite. The input may be any folder above, or a run itself.
 *
 * <p>A run is what {@code run_spec.json} says, never what its directory is called. Without readable
 * scores there is no run; without requests there are scores without texts.
 */
public final class HelmFormat implements RunFormat {
  @Override
  public String name() {
    return "helm";
  }

  @Override
  public Candidates candidates(InputListing input, IngestScope scope) throws IOException {
    return HelmCandidates.find(input.files(), scope);
  }

  @Override
  public IdentifiedRuns identify(RunCandidate candidate, IngestScope scope) throws IOException {
    return RunIdentification.identify(candidate, scope);
  }

  @Override
  public RunOutcome read(FoundRun run, RunSink sink) throws IOException, DamagedRunException {
    return RunReading.read(run, sink);
  }

  /**
   * Moment of the latest request of a run, by which the later of two copies is told. Reads the
   * whole file of requests, so runs are found without it.
   *
   * @return epoch seconds, null when the run does not say
   */
  @Override
  public @Nullable Long lastRequestAt(FoundRun run) throws IOException {
    return LastRequest.of(run);
  }
}
