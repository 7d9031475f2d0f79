package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.reference.MetricCatalog;
import io.evalbeam.schemas.reference.ReleaseSchemas;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.transforms.aggregate.BenchmarkResults;
import io.evalbeam.transforms.aggregate.GroupTables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Computes what needs all tasks of a benchmark and writes the published tables. */
final class PublishStatistics extends DoFn<KV<Integer, Iterable<byte[]>>, StagedFile> {
  private final AggregateSettings settings;
  private final String staging;
  private final Coder<BucketFiles> coder = RecordCoders.of(BucketFiles.class);

  PublishStatistics(AggregateSettings settings, String staging) {
    this.settings = settings;
    this.staging = staging;
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<byte[]>> all, MultiOutputReceiver out)
      throws IOException {
    List<BucketFiles> buckets = new ArrayList<>();
    all.getValue().forEach(chunk -> PackedRows.unpack(coder, chunk, buckets::add));
    buckets.sort(Comparator.comparingInt(BucketFiles::bucket));
    List<String> statistics = paths(buckets, BucketFiles::statistics);
    Map<String, GroupTables> groups = groupTables(statistics);
    List<ComparisonResult> comparisons =
        TableRows.all(ComparisonResult.class, paths(buckets, BucketFiles::comparisons));
    BenchmarkResults results =
        BenchmarkResults.of(
            settings.layout().source(),
            comparisons,
            settings.split(),
            new KeptStates(paths(buckets, BucketFiles::states)),
            groups);
    PublishedTables tables = new PublishedTables(settings, staging);
    tables.statistics(statistics, results);
    tables.leaderboard(results.models());
    tables.pairs(results.pairs());
    tables.effects(results.effects());
    groups.values().forEach(group -> tables.groups(group.rows()));
    tables.issues(TableRows.all(Issue.class, paths(buckets, BucketFiles::issues)));
    tables.finish().forEach(out.get(CollectResult.FILES)::output);
    tables.counts().forEach(out.get(CollectResult.COUNTS)::output);
  }

  /** The tables of every benchmark that has a release schema, filled in the order of rows. */
  private Map<String, GroupTables> groupTables(List<String> statistics) throws IOException {
    ReleaseSchemas schemas = settings.releaseSchemas();
    MetricCatalog metrics = settings.metrics();
    Map<String, GroupTables> tables = new TreeMap<>();
    TableRows.merge(
        ComprehensiveStatistics.class,
        statistics,
        row ->
            schemas
                .find(row.benchmark())
                .ifPresent(
                    schema ->
                        tables
                            .computeIfAbsent(
                                row.benchmark(),
                                name -> new GroupTables(row.source(), schema, metrics))
                            .add(row)));
    return tables;
  }

  private static List<String> paths(List<BucketFiles> buckets, Function<BucketFiles, String> file) {
    return buckets.stream().map(file).toList();
  }
}
