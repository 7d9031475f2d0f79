package io.evalbeam.pipelines.tracking.collection;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.source.SourceDescription;
import io.evalbeam.io.source.SourceDescriptions;
import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.pipelines.run.JobRun;
import io.evalbeam.pipelines.run.ReferenceTexts;
import io.evalbeam.pipelines.run.Stage;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.transforms.identity.IdentityRules;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Redistribute;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/** {@code collect-models}: sources to model files, observations and issues. */
public final class CollectModels implements Command {
  /** Name of the command and of its stage. */
  public static final String NAME = "collect-models";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Read leaderboards and model lists into observations.";
  }

  @Override
  public String description() {
    return "Reads every source of the sources file: CSV, HTML and Markdown tables, JSON collections,"
        + " Epoch's exports, manual entries; files, globs or URLs. Writes one model file, one table"
        + " of observations and one table of issues per source.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "--sources=sources.yaml --output=out",
        "--sources=sources.yaml --output=out --offline --asOf=2026-01-31");
  }

  @Override
  public Class<CollectModelsOptions> optionsType() {
    return CollectModelsOptions.class;
  }

  @Override
  public ExitCode run(EvalbeamOptions options, Console console) throws Exception {
    return JobRun.of(NAME, options, console).stage(this::collect).finish();
  }

  /** Runs the stage. */
  public Manifest collect(EvalbeamOptions general, Console console) throws IOException {
    CollectModelsOptions options = general.as(CollectModelsOptions.class);
    List<SourceDescription> sources = sources(options);
    IdentityRules rules = ReferenceTexts.identityRules(options.getReferenceData());
    Stage stage = Stage.begin(NAME, options, console);
    SourceChanges changes = SourceChanges.since(stage.previous(), sources, options, rules);
    Manifest manifest =
        stage.run(
            changes.runPlan(),
            (pipeline, staging) -> graph(pipeline, changes.plans(staging), rules));
    console.line(NAME);
    console.line(CollectSummary.of(manifest, changes.keptSources()));
    return manifest;
  }

  private static PCollectionTuple graph(
      Pipeline pipeline, List<SourcePlan> plans, IdentityRules rules) {
    return pipeline
        .apply("Plan", Create.of(plans).withCoder(RecordCoders.of(SourcePlan.class)))
        .apply("Spread", Redistribute.arbitrarily())
        .apply(
            "CollectSource",
            ParDo.of(new CollectSource(rules))
                .withOutputTags(
                    CollectResult.FILES,
                    TupleTagList.of(CollectResult.COUNTS).and(CollectResult.INPUTS)));
  }

  /** The sources of the run, relative locations resolved against the folder of the file. */
  private static List<SourceDescription> sources(CollectModelsOptions options) throws IOException {
    List<String> problems = new ArrayList<>();
    atLeast(1, "maxDownloadBytes", options.getMaxDownloadBytes(), problems);
    atLeast(1, "httpTimeoutSeconds", options.getHttpTimeoutSeconds(), problems);
    atLeast(0, "httpRetries", options.getHttpRetries(), problems);
    String file = options.getSources();
    List<SourceDescription> sources = List.of();
    if (file == null) {
      problems.add("--sources: required. A YAML file that describes the sources.");
    } else {
      try {
        sources = SourceDescriptions.parse(file, BeamFiles.readText(file));
      } catch (InvalidConfigurationException e) {
        problems.addAll(e.problems());
      } catch (FileNotFoundException | NoSuchFileException e) {
        problems.add("--sources=" + file + ": no such file");
      }
    }
    if (file == null || !problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    return sources.stream().map(source -> SourceLocations.resolve(source, file)).toList();
  }

  private static void atLeast(long least, String option, long value, List<String> problems) {
    if (value < least) {
      problems.add("--" + option + "=" + value + ": must be at least " + least);
    }
  }
}
