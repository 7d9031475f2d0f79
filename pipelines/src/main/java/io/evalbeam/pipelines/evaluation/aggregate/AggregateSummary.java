package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.publish.Manifest;
import io.evalbeam.pipelines.run.Numbers;
import io.evalbeam.transforms.text.TextTable;
import java.io.IOException;
import java.util.Locale;

/** What {@code aggregate-stats} prints at its end: what was read, and the leaderboards. */
final class AggregateSummary {
  private AggregateSummary() {}

  static String of(Manifest manifest, AggregatePlan plan, String output, AggregateLayout layout)
      throws IOException {
    TextTable sizes =
        TextTable.of("benchmark")
            .number("models")
            .number("tasks")
            .number("instances")
            .number("cells");
    for (String benchmark : manifest.groups("cells")) {
      sizes.row(
          benchmark,
          Numbers.grouped(manifest.count("models", benchmark)),
          Numbers.grouped(manifest.count("tasks", benchmark)),
          Numbers.grouped(manifest.count("instances", benchmark)),
          Numbers.grouped(manifest.count("cells", benchmark)));
    }
    return String.format(
            Locale.ROOT,
            "%s: %,d live runs; %,d shards read; %d of %d buckets of the state made again\n",
            layout.source(),
            plan.live().size(),
            plan.reads().size(),
            plan.changed().size(),
            plan.occupied().size())
        + sizes.render()
        + "\n"
        + LeaderboardTable.render(
            AggregateLayout.in(output, layout.dated("leaderboard", "parquet")));
  }
}
