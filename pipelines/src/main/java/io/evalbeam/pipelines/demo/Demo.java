package io.evalbeam.pipelines.demo;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.EvalbeamOptions;
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
    return "Writes the bundled sample, six small sources about invented models, into OUTPUT/sample"
        + " and tracks its models. The end of the output says where the tables lie.";
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
    options.setSources(Sample.writeTo(BeamFiles.join(options.getOutput(), "sample")));
    ExitCode exitCode = TrackModels.track(NAME, options, console);
    OutputGuide.print(options.getOutput(), console);
    return exitCode;
  }
}
