package io.evalbeam.pipelines.tracking.evaluation;

import com.fasterxml.jackson.databind.node.TextNode;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.RunPlan;
import io.evalbeam.io.source.SourceDescriptions;
import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.io.table.WriteTable;
import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.AsOf;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.pipelines.options.Policy;
import io.evalbeam.pipelines.run.JobRun;
import io.evalbeam.pipelines.run.Stage;
import io.evalbeam.pipelines.run.Version;
import io.evalbeam.pipelines.tracking.collection.SourcePlan;
import io.evalbeam.pipelines.tracking.estimation.ReferenceFolder;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.schemas.tracking.EstimateAccuracyRow;
import io.evalbeam.schemas.tracking.EstimateComparison;
import io.evalbeam.transforms.text.TextTable;
import io.evalbeam.transforms.tracking.EstimateModels;
import io.evalbeam.transforms.tracking.EstimateSettings;
import io.evalbeam.transforms.tracking.TrackingTags;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/** {@code evaluate-estimates}: blind estimates of models whose training compute is curated. */
public final class EvaluateEstimates implements Command {
  static final String NAME = "evaluate-estimates";

  private static final String SOURCE = "export";
  private static final String DIRECTORY = "evaluation";
  private static final double USUAL_THRESHOLD = 1e25;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Compare blind estimates with an export's curated training compute.";
  }

  @Override
  public String description() {
    return "Estimates the training compute of every model of an export in Epoch's columns without"
        + " seeing the compute column or any notes on how it was derived, and compares. Prints"
        + " fold errors and the coverage of the 90 % intervals by kind of evidence, method and"
        + " confidence; writes the tables estimate_accuracy and estimate_comparisons.";
  }

  @Override
  public List<String> examples() {
    return List.of("--input=notable_ai_models.csv --output=out");
  }

  @Override
  public Class<EvaluateEstimatesOptions> optionsType() {
    return EvaluateEstimatesOptions.class;
  }

  @Override
  public ExitCode run(EvalbeamOptions options, Console console) throws Exception {
    return JobRun.of(NAME, options, console).stage(this::evaluate).finish();
  }

  private Manifest evaluate(EvalbeamOptions general, Console console) throws IOException {
    EvaluateEstimatesOptions options = general.as(EvaluateEstimatesOptions.class);
    EstimateSettings settings =
        ReferenceFolder.settings(
            NAME, options.getReferenceData(), USUAL_THRESHOLD, AsOf.parse(options.getAsOf()));
    Stage stage = Stage.begin(NAME, options, console);
    Manifest manifest =
        stage.run(
            RunPlan.fresh(Version.current(), List.of()),
            (pipeline, staging) -> graph(pipeline, plan(options, staging), settings));
    console.line(NAME);
    console.line(summary(options.getOutput(), manifest));
    return manifest;
  }

  private static PCollectionTuple graph(
      Pipeline pipeline, SourcePlan plan, EstimateSettings settings) {
    PCollectionTuple read =
        pipeline
            .apply("Plan", Create.of(plan).withCoder(RecordCoders.of(SourcePlan.class)))
            .apply(
                "ReadBlind",
                ParDo.of(new ReadBlind())
                    .withOutputTags(
                        TrackingTags.EVIDENCE,
                        TupleTagList.of(ReadBlind.CURATED)
                            .and(TrackingTags.ISSUES)
                            .and(TrackingTags.COUNTS)
                            .and(CollectResult.INPUTS)));
    PCollectionTuple estimated =
        read.get(TrackingTags.EVIDENCE).apply("EstimateModels", EstimateModels.with(settings));
    PCollectionTuple compared =
        KeyedPCollectionTuple.of(CompareEstimates.BLIND_SIDE, estimated.get(TrackingTags.ESTIMATES))
            .and(CompareEstimates.CURATED_SIDE, read.get(ReadBlind.CURATED))
            .apply("JoinCurated", CoGroupByKey.create())
            .apply(
                "Compare",
                ParDo.of(new CompareEstimates(SOURCE))
                    .withOutputTags(
                        CompareEstimates.COMPARISONS,
                        TupleTagList.of(CompareEstimates.ACCURACY).and(TrackingTags.COUNTS)));
    return PCollectionTuple.of(
            CollectResult.FILES, write(read, estimated, compared, plan.staging()))
        .and(CollectResult.COUNTS, counts(read, compared))
        .and(CollectResult.INPUTS, read.get(CollectResult.INPUTS));
  }

  private static PCollection<StagedFile> write(
      PCollectionTuple read,
      PCollectionTuple estimated,
      PCollectionTuple compared,
      String staging) {
    PCollection<Issue> issues =
        PCollectionList.of(read.get(TrackingTags.ISSUES))
            .and(estimated.get(TrackingTags.ISSUES))
            .apply("Issues", Flatten.pCollections());
    return PCollectionList.of(
            compared
                .get(CompareEstimates.ACCURACY)
                .apply(
                    "WriteAccuracy",
                    WriteTable.toOneFile(EstimateAccuracyRow.class, staging, DIRECTORY)))
        .and(
            compared
                .get(CompareEstimates.COMPARISONS)
                .apply(
                    "WriteComparisons",
                    WriteTable.toOneFile(EstimateComparison.class, staging, DIRECTORY)))
        .and(
            issues.apply(
                "WriteIssues", WriteTable.toOneFile(Issue.class, staging, "issues/" + NAME)))
        .apply("AllFiles", Flatten.pCollections());
  }

  private static PCollection<StageCount> counts(PCollectionTuple read, PCollectionTuple compared) {
    return PCollectionList.of(read.get(TrackingTags.COUNTS))
        .and(compared.get(TrackingTags.COUNTS))
        .apply("Counts", Flatten.pCollections());
  }

  private static SourcePlan plan(EvaluateEstimatesOptions options, String staging) {
    String description =
        "sources: [{name: %s, format: epoch_csv, location: %s}]"
            .formatted(SOURCE, TextNode.valueOf(options.getInput()));
    return new SourcePlan(
        SourceDescriptions.parse(NAME, description).get(0),
        Policy.DEFAULT,
        AsOf.parse(options.getAsOf()).toString(),
        options.getOutput(),
        staging,
        true,
        Version.current(),
        0,
        0,
        0);
  }

  private static String summary(String output, Manifest manifest) throws IOException {
    TextTable table =
        TextTable.of("group")
            .number("models")
            .number("median fold")
            .number("mean fold")
            .number("within 2x")
            .number("within 3x")
            .number("within 10x")
            .number("in 90 %");
    String path = BeamFiles.join(output, DIRECTORY + "/estimate_accuracy.parquet");
    try (TableFileReader<EstimateAccuracyRow> reader =
        new TableFileReader<>(Table.of(EstimateAccuracyRow.class), path)) {
      for (EstimateAccuracyRow row = reader.read(); row != null; row = reader.read()) {
        table.row(
            row.group(),
            row.models(),
            String.format(Locale.ROOT, "%.3f", row.medianFold()),
            String.format(Locale.ROOT, "%.3f", row.geometricMeanFold()),
            percent(row.within2()),
            percent(row.within3()),
            percent(row.within10()),
            percent(row.coverage()));
      }
    }
    return String.format(
        Locale.ROOT,
        "%d rows, %d with curated compute and an estimate, %d with curated compute alone%n%n%s",
        manifest.total("rows_read"),
        manifest.total("compared"),
        manifest.total("without_estimate"),
        table.render());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
