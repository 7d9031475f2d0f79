package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.CandidateBatch;
import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.table.WriteTable;
import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.pipelines.run.JobRun;
import io.evalbeam.pipelines.run.MemoryNeed;
import io.evalbeam.pipelines.run.Stage;
import io.evalbeam.pipelines.run.TracedManifest;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.transforms.grouping.GroupInBuckets;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Redistribute;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/** {@code ingest-evals}: evaluation runs to detailed shards and their statistics. */
public final class IngestEvals implements Command {
  /** Name of the command. */
  public static final String NAME = "ingest-evals";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Read evaluation runs into detailed Parquet shards with statistics beside them.";
  }

  @Override
  public String description() {
    return "Reads run directories of HELM, lm-evaluation-harness, OpenCompass, Inspect or Every Eval"
        + " Ever. Every response becomes a row of detail/, every run and metric a row of stats/,"
        + " every figure a run states a row of reported/; runs/ says which rows count. Unchanged"
        + " runs are not read again; a changed run gets new rows and its old ones are retired. What"
        + " is wrong with a run is a row of issues/.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "--format=helm --input=benchmark_output --benchmark=lite --output=out",
        "--format=helm --benchmark=lite --release=v1.13.0 --output=out"
            + " --input=https://storage.googleapis.com/crfm-helm-public/lite/benchmark_output",
        "--format=lm-eval --input=results --benchmark=nightly --output=out --also=every-eval-ever");
  }

  @Override
  public Class<IngestEvalsOptions> optionsType() {
    return IngestEvalsOptions.class;
  }

  @Override
  public ExitCode run(EvalbeamOptions options, Console console) throws Exception {
    return JobRun.of(NAME, options, console).tracedStage(this::ingest).finish();
  }

  /** Runs the stage. */
  public TracedManifest ingest(EvalbeamOptions general, Console console) throws IOException {
    IngestEvalsOptions options = general.as(IngestEvalsOptions.class);
    IngestSettings asked = SettingsCheck.of(options);
    Stage stage = Stage.begin(asked.layout().stage(), options, console);
    RunSource source = RunSource.of(options, asked, console);
    IngestSettings settings = source.settings();
    IngestInputs inputs = IngestInputs.find(source);
    stage.require(MemoryNeed.ofIngestion(inputs.candidates()));
    PreviousIngest previous = PreviousIngest.of(stage.previous(), settings, options.getOutput());
    Manifest manifest =
        stage.run(
            (pipeline, staging) -> graph(pipeline, staging, inputs, settings, previous, options),
            result -> IngestPublication.plan(result, stage.previous(), settings));
    console.line(NAME);
    console.line(IngestSummary.of(manifest, settings));
    return new TracedManifest(manifest, IngestLineage.of(manifest, options.getOutput()));
  }

  private static PCollectionTuple graph(
      Pipeline pipeline,
      String staging,
      IngestInputs inputs,
      IngestSettings settings,
      PreviousIngest previous,
      IngestEvalsOptions options) {
    PCollectionTuple found =
        pipeline
            .apply(
                "Candidates",
                Create.of(inputs.batches()).withCoder(RecordCoders.of(CandidateBatch.class)))
            .apply("SpreadCandidates", Redistribute.arbitrarily())
            .apply(
                "FindRuns",
                ParDo.of(new FindRuns(settings))
                    .withOutputTags(
                        FindRuns.RUNS,
                        TupleTagList.of(FindRuns.ISSUES)
                            .and(CollectResult.COUNTS)
                            .and(CollectResult.INPUTS)));
    PCollectionTuple planned =
        found
            .get(FindRuns.RUNS)
            .apply("GatherRuns", GroupInBuckets.by(run -> "", 1))
            .apply(
                "PlanParts",
                ParDo.of(
                        new PlanParts(
                            settings, previous, options.getPartBytes(), options.isCompact()))
                    .withOutputTags(
                        PlanParts.PARTS,
                        TupleTagList.of(PlanParts.ENTRIES)
                            .and(PlanParts.ISSUES)
                            .and(CollectResult.COUNTS)));
    PCollectionTuple written =
        planned
            .get(PlanParts.PARTS)
            .apply("SpreadParts", Redistribute.arbitrarily())
            .apply(
                "WriteParts",
                ParDo.of(new WritePart(settings, staging, options.getOutput()))
                    .withOutputTags(
                        WritePart.ENTRIES,
                        TupleTagList.of(CollectResult.FILES)
                            .and(WritePart.ISSUES)
                            .and(CollectResult.COUNTS)));
    PCollection<RunEntry> entries =
        both(planned.get(PlanParts.ENTRIES), written.get(WritePart.ENTRIES), "Register");
    PCollectionTuple described =
        entries.apply(
            "DescribeRuns",
            ParDo.of(new DescribeRuns(settings))
                .withOutputTags(DescribeRuns.ISSUES, TupleTagList.of(CollectResult.COUNTS)));
    PCollection<Issue> issues =
        PCollectionList.of(found.get(FindRuns.ISSUES))
            .and(planned.get(PlanParts.ISSUES))
            .and(written.get(WritePart.ISSUES))
            .and(described.get(DescribeRuns.ISSUES))
            .and(inputs.issues(pipeline))
            .apply("Issues", Flatten.pCollections());
    return PCollectionTuple.of(
            CollectResult.FILES, files(written, entries, issues, staging, settings.layout()))
        .and(
            CollectResult.COUNTS,
            counts(inputs.counts(pipeline), found, planned, written, described))
        .and(CollectResult.INPUTS, found.get(CollectResult.INPUTS));
  }

  private static PCollection<StagedFile> files(
      PCollectionTuple written,
      PCollection<RunEntry> entries,
      PCollection<Issue> issues,
      String staging,
      IngestLayout layout) {
    return PCollectionList.of(written.get(CollectResult.FILES))
        .and(
            entries.apply(
                "WriteRegister",
                WriteTable.toOneFile(RunEntry.class, staging, layout.runsDirectory())))
        .and(
            issues.apply(
                "WriteIssues",
                WriteTable.toOneFile(Issue.class, staging, layout.issuesDirectory())))
        .apply("AllFiles", Flatten.pCollections());
  }

  private static PCollection<StageCount> counts(
      PCollection<StageCount> listed, PCollectionTuple... steps) {
    PCollectionList<StageCount> all = PCollectionList.of(listed);
    for (PCollectionTuple step : steps) {
      all = all.and(step.get(CollectResult.COUNTS));
    }
    return all.apply("AllCounts", Flatten.pCollections());
  }

  private static <T> PCollection<T> both(PCollection<T> first, PCollection<T> second, String name) {
    return PCollectionList.of(first).and(second).apply(name, Flatten.pCollections());
  }
}
