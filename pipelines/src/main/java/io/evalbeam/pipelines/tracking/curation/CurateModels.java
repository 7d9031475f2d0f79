package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.table.ReadTable;
import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.AsOf;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.pipelines.run.JobRun;
import io.evalbeam.pipelines.run.Stage;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.grouping.GroupInBuckets;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/** {@code curate-models}: estimates and human work to the curated tables. */
public final class CurateModels implements Command {
  /** Name of the command and of its stage. */
  public static final String NAME = "curate-models";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Refresh the tables of models above and below the threshold.";
  }

  @Override
  public String description() {
    return "Brings curated/above_1e25_flop.csv and below_1e25_flop.csv (the number is the threshold of"
        + " the estimates) up to the estimates of the output directory. Verified rows keep every"
        + " cell, notes stay, decisions of reviewers are applied; the previous files go to"
        + " curated/history. A table that cannot be understood stops the run. See docs/curation.md.";
  }

  @Override
  public List<String> examples() {
    return List.of("--output=out", "--output=out --decisions=reviews/decisions.jsonl");
  }

  @Override
  public Class<CurateModelsOptions> optionsType() {
    return CurateModelsOptions.class;
  }

  @Override
  public ExitCode run(EvalbeamOptions options, Console console) throws Exception {
    return JobRun.of(NAME, options, console).stage(this::curate).finish();
  }

  /**
   * Runs the stage.
   *
   * @throws InvalidConfigurationException when estimates are missing or a standing file is damaged
   */
  public Manifest curate(EvalbeamOptions general, Console console) throws IOException {
    CurateModelsOptions options = general.as(CurateModelsOptions.class);
    if (!(options.getStaleFold() >= 1)) {
      throw new InvalidConfigurationException(List.of("--staleFold: must be at least 1"));
    }
    Stage stage = Stage.begin(NAME, options, console);
    EstimatedModels models = EstimatedModels.in(options.getOutput());
    double threshold = models.threshold();
    CurationPlan plan = plan(options, threshold, "");
    if (!plan.reset()) {
      CuratedPair.in(options.getOutput(), threshold).check();
    }
    CurationInputs inputs = CurationInputs.of(stage.previous(), plan, models);
    Optional<Manifest> unchanged = inputs.unchanged();
    Manifest manifest =
        unchanged.isPresent()
            ? unchanged.get()
            : stage.run(
                inputs.runPlan(),
                (pipeline, staging) -> graph(pipeline, models, plan(options, threshold, staging)),
                inputs::checkNobodySaved);
    console.line(NAME);
    console.line(CurationSummary.of(manifest, plan, unchanged.isPresent()));
    return manifest;
  }

  private static PCollectionTuple graph(
      Pipeline pipeline, EstimatedModels models, CurationPlan plan) {
    return pipeline
        .apply("ReadModels", ReadTable.from(TrackedModel.class, models.patterns()))
        .apply("KeepCuratedColumns", ParDo.of(new KeepCuratedColumns()))
        // One worker sees all models, as packed chunks: a table is refreshed as a whole.
        .apply("Gather", GroupInBuckets.by(model -> "", 1))
        .apply(
            "RefreshTables",
            ParDo.of(new RefreshTables(plan))
                .withOutputTags(
                    CollectResult.FILES,
                    TupleTagList.of(CollectResult.COUNTS).and(CollectResult.INPUTS)));
  }

  private static CurationPlan plan(CurateModelsOptions options, double threshold, String staging) {
    return new CurationPlan(
        options.getOutput(),
        staging,
        DecisionsFile.of(options.getDecisions(), options.getOutput()).path(),
        threshold,
        options.getPolicy(),
        AsOf.parse(options.getAsOf()).atOffset(ZoneOffset.UTC).toLocalDate().toString(),
        options.getStaleFold(),
        options.isReset());
  }
}
