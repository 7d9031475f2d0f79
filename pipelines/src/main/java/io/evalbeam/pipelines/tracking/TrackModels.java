package io.evalbeam.pipelines.tracking;

import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.pipelines.run.JobRun;
import io.evalbeam.pipelines.tracking.collection.CollectModels;
import io.evalbeam.pipelines.tracking.curation.CurateModels;
import io.evalbeam.pipelines.tracking.estimation.EstimateFlops;
import java.io.IOException;
import java.util.List;

/** {@code track-models}: collect, estimate and curate in turn. */
public final class TrackModels implements Command {
  private static final String NAME = "track-models";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "collect-models, estimate-flops and curate-models in turn.";
  }

  @Override
  public String description() {
    return "Goes from raw leaderboards and model lists to training-compute estimates, threshold"
        + " classes and the curated tables. With --scraped it starts from model files that exist"
        + " already and collects nothing.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "--sources=sources.yaml --output=out",
        "--sources=sources.yaml --output=out --runner=FlinkRunner --parallelism=2",
        "--scraped=scraped --output=out --policy=tracker --trackerConfig=configs");
  }

  @Override
  public Class<TrackModelsOptions> optionsType() {
    return TrackModelsOptions.class;
  }

  @Override
  public ExitCode run(EvalbeamOptions options, Console console) throws Exception {
    JobRun run = JobRun.of(NAME, options, console);
    track(run, options.as(TrackModelsOptions.class));
    return run.finish();
  }

  /** Runs the stages as part of a command. */
  public static void track(JobRun run, TrackModelsOptions options) throws IOException {
    if (options.getScraped() == null) {
      run.stage(new CollectModels()::collect);
    }
    run.stage(new EstimateFlops()::estimate).stage(new CurateModels()::curate);
  }
}
