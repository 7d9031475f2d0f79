package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.transforms.aggregate.BenchmarkResults;
import io.evalbeam.transforms.aggregate.GroupTables;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.beam.sdk.transforms.DoFn;

/** Computes what needs all tasks of a benchmark and writes the published tables. */
final class PublishStatistics extends DoFn<PublicationTask, StagedFile> {
  private final AggregateSettings settings;
  private final String staging;

  PublishStatistics(AggregateSettings settings, String staging) {
    this.settings = settings;
    this.staging = staging;
  }

  @ProcessElement
  public void process(@Element PublicationTask task, MultiOutputReceiver out) throws IOException {
    List<BucketFiles> buckets = task.buckets();
    BenchmarkResults results =
        BenchmarkResults.of(
            settings.layout().source(),
            TableRows.all(ComparisonResult.class, paths(buckets, BucketFiles::comparisons)),
            settings.split());
    PublishedTables tables = new PublishedTables(settings, staging);
    switch (task.tables()) {
      case CELLS -> cells(buckets, results, tables);
      case COMPARISONS -> {
        tables.pairs(results.pairs());
        tables.effects(results.effects());
      }
    }
    tables.files().forEach(out.get(CollectResult.FILES)::output);
    tables.counts().forEach(out.get(CollectResult.COUNTS)::output);
  }

  private void cells(List<BucketFiles> buckets, BenchmarkResults results, PublishedTables tables)
      throws IOException {
    Map<String, GroupTables> groups =
        tables.statistics(paths(buckets, BucketFiles::statistics), results.flags());
    tables.groups(groups.values().stream().flatMap(group -> group.rows().stream()).toList());
    tables.leaderboard(results.models(new KeptStates(paths(buckets, BucketFiles::states)), groups));
    tables.issues(TableRows.all(Issue.class, paths(buckets, BucketFiles::issues)));
  }

  private static List<String> paths(List<BucketFiles> buckets, Function<BucketFiles, String> file) {
    return buckets.stream().map(file).toList();
  }
}
