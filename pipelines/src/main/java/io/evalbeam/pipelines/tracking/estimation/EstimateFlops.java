package io.evalbeam.pipelines.tracking.estimation;

import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.RunPlan;
import io.evalbeam.io.table.WriteShards;
import io.evalbeam.io.table.WriteTable;
import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.pipelines.run.JobRun;
import io.evalbeam.pipelines.run.Stage;
import io.evalbeam.pipelines.run.Version;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.tracking.EntityLink;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ImputationValidation;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.tracking.EstimateModels;
import io.evalbeam.transforms.tracking.LinkModels;
import io.evalbeam.transforms.tracking.TrackerModels;
import io.evalbeam.transforms.tracking.TrackingTags;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Redistribute;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** {@code estimate-flops}: rows of all sources to models with training-compute estimates. */
public final class EstimateFlops implements Command {
  /** Name of the command and of its stage. */
  public static final String NAME = "estimate-flops";

  private static final String DIRECTORY = "estimated";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Unite rows into models and estimate their training compute.";
  }

  @Override
  public String description() {
    return "Reads the model files of collect-models, links their rows into models, estimates the"
        + " training compute of each by every method its evidence allows, chooses one, and"
        + " classifies it against a threshold. Writes estimated/estimated_models.json and the"
        + " tables models, flop_estimates, entity_observations and imputation_validation.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "--output=out",
        "--output=out --threshold=1e26",
        "--output=out --policy=tracker --trackerConfig=configs --scraped=scraped");
  }

  @Override
  public Class<EstimateFlopsOptions> optionsType() {
    return EstimateFlopsOptions.class;
  }

  @Override
  public ExitCode run(EvalbeamOptions options, Console console) throws Exception {
    return JobRun.of(NAME, options, console).stage(this::estimate).finish();
  }

  /** Runs the stage. */
  public Manifest estimate(EvalbeamOptions general, Console console) throws IOException {
    EstimateFlopsOptions options = general.as(EstimateFlopsOptions.class);
    Stage stage = Stage.begin(NAME, options, console);
    EstimateInputs inputs = EstimateInputs.of(options);
    Manifest manifest =
        stage.run(
            RunPlan.fresh(Version.current(), List.of()),
            (pipeline, staging) -> graph(pipeline, staging, inputs));
    console.line(NAME);
    console.line(EstimateSummary.of(manifest, options.getPolicy()));
    return manifest;
  }

  private static PCollectionTuple graph(Pipeline pipeline, String staging, EstimateInputs inputs) {
    PCollectionTuple read =
        pipeline
            .apply("Plan", Create.of(inputs.files()).withCoder(StringUtf8Coder.of()))
            .apply("Spread", Redistribute.arbitrarily())
            .apply(
                "ReadRows",
                ParDo.of(new ReadScraped(NAME))
                    .withOutputTags(
                        ReadScraped.ROWS,
                        TupleTagList.of(TrackingTags.ISSUES)
                            .and(TrackingTags.COUNTS)
                            .and(CollectResult.INPUTS)));
    PCollectionTuple models =
        switch (inputs.policy()) {
          case DEFAULT -> byDefault(read.get(ReadScraped.ROWS), inputs);
          case TRACKER -> byTracker(read.get(ReadScraped.ROWS), inputs);
        };
    return PCollectionTuple.of(CollectResult.FILES, write(read, models, staging, inputs))
        .and(CollectResult.COUNTS, both(TrackingTags.COUNTS, read, models, "Counts"))
        .and(CollectResult.INPUTS, read.get(CollectResult.INPUTS));
  }

  private static PCollectionTuple byDefault(PCollection<SourceRow> rows, EstimateInputs inputs) {
    PCollectionTuple linked =
        rows.apply("LinkModels", LinkModels.forStage(NAME, inputs.shards()).by(inputs.rules()));
    PCollectionTuple estimated =
        linked
            .get(TrackingTags.EVIDENCE)
            .apply("EstimateModels", EstimateModels.with(inputs.settings()));
    return PCollectionTuple.of(TrackingTags.MODELS, estimated.get(TrackingTags.MODELS))
        .and(TrackingTags.ESTIMATES, estimated.get(TrackingTags.ESTIMATES))
        .and(TrackingTags.VALIDATIONS, estimated.get(TrackingTags.VALIDATIONS))
        .and(TrackingTags.LINKS, linked.get(TrackingTags.LINKS))
        .and(TrackingTags.ISSUES, both(TrackingTags.ISSUES, linked, estimated, "ModelIssues"))
        .and(TrackingTags.COUNTS, both(TrackingTags.COUNTS, linked, estimated, "ModelCounts"));
  }

  private static PCollectionTuple byTracker(PCollection<SourceRow> rows, EstimateInputs inputs) {
    return rows.apply(
        "TrackerModels",
        TrackerModels.with(
            NAME, inputs.trackerFiles(), inputs.settings().updatedAt(), inputs.shards()));
  }

  private static PCollection<StagedFile> write(
      PCollectionTuple read, PCollectionTuple models, String staging, EstimateInputs inputs) {
    return PCollectionList.of(
            models
                .get(TrackingTags.MODELS)
                .apply(
                    "WriteModels",
                    WriteShards.of(TrackedModel.class, staging, DIRECTORY, inputs.shards())))
        .and(
            models
                .get(TrackingTags.MODELS)
                .apply(
                    "WriteModelFile",
                    new WriteModelFile(
                        inputs.policy().vocabulary(), staging, inputs.settings().updatedAt())))
        .and(
            models
                .get(TrackingTags.ESTIMATES)
                .apply(
                    "WriteEstimates",
                    WriteShards.of(FlopEstimate.class, staging, DIRECTORY, inputs.shards())))
        .and(
            models
                .get(TrackingTags.LINKS)
                .apply(
                    "WriteLinks",
                    WriteShards.of(EntityLink.class, staging, DIRECTORY, inputs.shards())))
        .and(writeValidations(models, staging))
        .and(
            both(TrackingTags.ISSUES, read, models, "Issues")
                .apply("WriteIssues", WriteTable.toOneFile(Issue.class, staging, "issues/" + NAME)))
        .apply("AllFiles", Flatten.pCollections());
  }

  /** The tracker policy fits nothing and so validates nothing. */
  private static PCollection<StagedFile> writeValidations(PCollectionTuple models, String staging) {
    PCollection<ImputationValidation> validations =
        models.has(TrackingTags.VALIDATIONS)
            ? models.get(TrackingTags.VALIDATIONS)
            : models
                .getPipeline()
                .apply("NoValidations", Create.empty(TrackingTags.VALIDATIONS.getTypeDescriptor()));
    return validations.apply(
        "WriteValidations", WriteTable.toOneFile(ImputationValidation.class, staging, DIRECTORY));
  }

  /** What either tuple has under a tag. */
  private static <T> PCollection<T> both(
      TupleTag<T> tag, PCollectionTuple first, PCollectionTuple second, String name) {
    PCollection<T> present = first.get(tag);
    return second.has(tag)
        ? PCollectionList.of(present).and(second.get(tag)).apply(name, Flatten.pCollections())
        : present;
  }
}
