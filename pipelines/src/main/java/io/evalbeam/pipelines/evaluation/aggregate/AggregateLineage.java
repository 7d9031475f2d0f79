package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.publish.Manifest;
import io.evalbeam.pipelines.evaluation.ingest.IngestLayout;
import io.evalbeam.pipelines.run.Derived;
import io.evalbeam.schemas.evaluation.RunEntry;
import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What statistics come from: every table needs the statistics of all shards with live runs. */
final class AggregateLineage {
  private AggregateLineage() {}

  /**
   * Lineage of the published statistics.
   *
   * @param options of the run
   */
  static List<Derived> of(Manifest manifest, AggregateStatsOptions options) throws IOException {
    String input = options.getInput() == null ? options.getOutput() : options.getInput();
    SortedSet<String> shards = new TreeSet<>();
    for (RunEntry entry : IngestedShards.of(input, options.getSource()).runs()) {
      shards.add(new IngestLayout(entry.source(), entry.benchmark()).statistics(entry.part()));
    }
    return List.of(
        new Derived(
            manifest.files().stream().map(Manifest.Output::path).toList(), List.copyOf(shards)));
  }
}
