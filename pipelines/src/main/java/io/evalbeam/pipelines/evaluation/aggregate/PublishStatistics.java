package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.schemas.evaluation.BenchmarkTotals;
import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.transforms.aggregate.BenchmarkResults;
import io.evalbeam.transforms.aggregate.GroupTables;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Waits for all buckets, computes what needs all tasks of a benchmark and writes the published
 * tables. What a task decides alone is finished in the buckets: rows of pairs, of which there are
 * most, are copied and not read.
 */
final class PublishStatistics extends DoFn<KV<Integer, Iterable<byte[]>>, StagedFile> {
  private final AggregateSettings settings;
  private final String staging;

  PublishStatistics(AggregateSettings settings, String staging) {
    this.settings = settings;
    this.staging = staging;
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<byte[]>> all, MultiOutputReceiver out)
      throws IOException {
    List<BucketFiles> buckets =
        PackedRows.unpackAll(RecordCoders.of(BucketFiles.class), all.getValue());
    buckets.sort(Comparator.comparingInt(BucketFiles::bucket));
    BenchmarkResults results =
        BenchmarkResults.of(
            settings.layout().source(),
            TableRows.all(ComparisonResult.class, paths(buckets, BucketFiles::comparisons)),
            TableRows.all(BenchmarkTotals.class, paths(buckets, BucketFiles::totals)),
            settings.split());
    PublishedTables tables = new PublishedTables(settings, staging);
    Map<String, GroupTables> groups =
        tables.statistics(paths(buckets, BucketFiles::statistics), results.flags());
    tables.groups(groups.values().stream().flatMap(group -> group.rows().stream()).toList());
    tables.leaderboard(results.models(new KeptStates(paths(buckets, BucketFiles::states)), groups));
    tables.pairs(results.overallPairs(), paths(buckets, BucketFiles::pairs));
    tables.effects(results.effects());
    tables.issues(TableRows.all(Issue.class, paths(buckets, BucketFiles::issues)));
    tables.pointAtLatest();
    tables.files().forEach(out.get(CollectResult.FILES)::output);
    tables.counts().forEach(out.get(CollectResult.COUNTS)::output);
  }

  private static List<String> paths(List<BucketFiles> buckets, Function<BucketFiles, String> file) {
    return buckets.stream().map(file).toList();
  }
}
