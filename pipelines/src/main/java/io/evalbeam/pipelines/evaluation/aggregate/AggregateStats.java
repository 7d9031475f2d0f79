package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.table.TableFileWriter;
import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.pipelines.run.Derived;
import io.evalbeam.pipelines.run.JobRun;
import io.evalbeam.pipelines.run.MemoryNeed;
import io.evalbeam.pipelines.run.Stage;
import io.evalbeam.pipelines.run.TracedManifest;
import io.evalbeam.schemas.evaluation.AggregatedRun;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.transforms.grouping.GroupInBuckets;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Redistribute;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/** {@code aggregate-stats}: statistics of all shards to comprehensive statistics. */
public final class AggregateStats implements Command {
  /** Name of the command. */
  public static final String NAME = "aggregate-stats";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Merge shard statistics into comprehensive statistics and leaderboards.";
  }

  @Override
  public String description() {
    return "Merges the statistics that ingest-evals wrote beside each shard: one row per task, model,"
        + " metric, split and perturbation with its interval; a leaderboard per benchmark with macro"
        + " and pooled scores, win rates, Bradley-Terry strengths and rank intervals; exact paired"
        + " tests for every pair of models; what perturbations cost. Reads only shards with runs it"
        + " does not know; the bytes are those of a full run. Files of earlier moments stay.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "--source=helm --input=out --output=out",
        "--source=helm --input=out --output=statistics --split=test --forceRegenerate");
  }

  @Override
  public Class<AggregateStatsOptions> optionsType() {
    return AggregateStatsOptions.class;
  }

  @Override
  public ExitCode run(EvalbeamOptions options, Console console) throws Exception {
    return JobRun.of(NAME, options, console).tracedStage(this::aggregate).finish();
  }

  /** Runs the stage. */
  public TracedManifest aggregate(EvalbeamOptions general, Console console) throws IOException {
    AggregateStatsOptions options = general.as(AggregateStatsOptions.class);
    AggregateSettings settings = AggregateSettings.of(options);
    AggregateLayout layout = settings.layout();
    Stage stage = Stage.begin(layout.stage(), options, console);
    String output = options.getOutput();
    String input = options.getInput() == null ? output : options.getInput();
    Optional<Manifest> previous = stage.previous();
    IngestedShards shards = IngestedShards.of(input, layout.source());
    stage.require(MemoryNeed.ofAggregation(shards.runs().size()));
    Optional<Manifest> usable =
        options.isForceRegenerate()
            ? Optional.empty()
            : KeptState.of(previous, settings, shards, output, console);
    AggregatePlan plan = AggregatePlan.of(shards.runs(), usable, layout, input, output);
    Manifest manifest =
        stage.run(
            (pipeline, staging) ->
                graph(
                    pipeline,
                    settings,
                    plan,
                    new BucketPlaces(layout, output, staging, usable.isPresent())),
            result ->
                AggregatePublication.plan(
                    result,
                    previous,
                    settings,
                    plan.unchanged(),
                    KeptState.parts(settings, shards),
                    options.isAllowShrink()));
    console.line(NAME);
    console.line(AggregateSummary.of(manifest, plan, output, layout));
    List<String> outputs = manifest.files().stream().map(Manifest.Output::path).toList();
    return new TracedManifest(manifest, List.of(new Derived(outputs, shards.statistics())));
  }

  private static PCollectionTuple graph(
      Pipeline pipeline, AggregateSettings settings, AggregatePlan plan, BucketPlaces places)
      throws IOException {
    StagedFile liveRuns = stageLiveRuns(plan, places);
    PCollectionTuple buckets =
        pipeline
            .apply("Shards", Create.of(plan.batches()).withCoder(RecordCoders.of(ShardBatch.class)))
            .apply("SpreadShards", Redistribute.arbitrarily())
            .apply("ReadShards", ParDo.of(new ReadShards()))
            .apply(
                "GroupByTask",
                GroupInBuckets.by(
                    row -> row.benchmark() + "\n" + row.task(), AggregateLayout.BUCKETS))
            .apply(
                "AggregateTasks",
                ParDo.of(
                        new AggregateBucket(
                            settings, places, liveRuns.staged(), plan.changed(), plan.occupied()))
                    .withOutputTags(AggregateBucket.BUCKETS, TupleTagList.of(CollectResult.FILES)));
    PCollectionTuple tables =
        buckets
            .get(AggregateBucket.BUCKETS)
            .apply("GatherBuckets", GroupInBuckets.by(bucket -> "", 1))
            .apply(
                "WriteTables",
                ParDo.of(new PublishStatistics(settings, places.staging()))
                    .withOutputTags(CollectResult.FILES, TupleTagList.of(CollectResult.COUNTS)));
    PCollection<StagedFile> files =
        PCollectionList.of(buckets.get(CollectResult.FILES))
            .and(tables.get(CollectResult.FILES))
            .and(
                pipeline.apply(
                    "LiveRuns", Create.of(liveRuns).withCoder(RecordCoders.of(StagedFile.class))))
            .apply("AllFiles", Flatten.pCollections());
    return PCollectionTuple.of(CollectResult.FILES, files)
        .and(CollectResult.COUNTS, tables.get(CollectResult.COUNTS));
  }

  /** The list of live runs: workers choose by it, and it is published as part of the state. */
  private static StagedFile stageLiveRuns(AggregatePlan plan, BucketPlaces places)
      throws IOException {
    try (TableFileWriter<AggregatedRun> writer =
        new TableFileWriter<>(
            Table.of(AggregatedRun.class), places.staging(), places.layout().aggregatedRuns())) {
      for (AggregatedRun run : plan.live()) {
        writer.write(run);
      }
      return writer.finish();
    }
  }
}
