package io.evalbeam.pipelines.demo;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.pipelines.run.JobRun;
import io.evalbeam.pipelines.tracking.TrackModels;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;

/** {@code demo}: every stage on the bundled sample. */
public final class Demo implements Command {
  private static final String NAME = "demo";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Every stage on the bundled sample; what runs without a command.";
  }

  @Override
  public String description() {
    return "Writes the bundled sample, small leaderboards and evaluation runs of invented models, into"
        + " OUTPUT/sample, tracks its models, ingests its runs of every format and aggregates their"
        + " statistics. The end of the output says where the tables lie.";
  }

  @Override
  public List<String> examples() {
    return List.of("", "--output=demo --runner=FlinkRunner --parallelism=2");
  }

  @Override
  public Class<DemoOptions> optionsType() {
    return DemoOptions.class;
  }

  @Override
  public ExitCode run(EvalbeamOptions general, Console console) throws Exception {
    DemoOptions options = general.as(DemoOptions.class);
    FileSystems.setDefaultPipelineOptions(options);
    String sample = BeamFiles.join(options.getOutput(), "sample");
    Sample.writeTo(sample);
    options.setSources(BeamFiles.join(sample, Sample.SOURCES));
    JobRun run = JobRun.of(NAME, options, console);
    TrackModels.track(run, options);
    SampleRuns.evaluate(run, sample);
    ExitCode exitCode = run.finish();
    OutputGuide.print(options.getOutput(), run.manifests(), console);
    return exitCode;
  }
}
