package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.publish.Manifest;
import io.evalbeam.pipelines.run.Numbers;
import io.evalbeam.transforms.text.TextTable;

/** What {@code ingest-evals} prints at its end. */
final class IngestSummary {
  private IngestSummary() {}

  static String of(Manifest manifest, IngestSettings settings) {
    TextTable runs = TextTable.of("runs").number("count").text("meaning");
    row(runs, manifest, "runs_read", "read", "found below the input");
    row(runs, manifest, "runs_new", "new", "read into new parts now");
    row(runs, manifest, "runs_live", "live", "rows count");
    row(runs, manifest, "runs_superseded", "superseded", "a later run of the same name counts");
    row(runs, manifest, "runs_duplicate", "duplicate", "further copies of a run, left out");
    row(runs, manifest, "runs_replaced", "replaced", "earlier contents; rows no longer count");
    row(runs, manifest, "runs_removed", "removed", "no longer there; rows no longer count");
    row(runs, manifest, "runs_ignored", "ignored", "not of this release");
    row(runs, manifest, "runs_rejected", "rejected", "cannot be read; see issues");
    row(runs, manifest, "runs_unverified", "unverified", "figures differ from those they state");
    TextTable rows = TextTable.of("rows").number("count");
    rows.row("responses read", Numbers.grouped(manifest.total("rows_read")));
    rows.row("kept", Numbers.grouped(manifest.total("rows_kept")));
    rows.row("rejected", Numbers.grouped(manifest.total("rows_rejected")));
    rows.row("reported scores", Numbers.grouped(manifest.total("reported_scores")));
    rows.row(
        "issues",
        Numbers.grouped(
            manifest.files().stream()
                .filter(file -> file.path().equals(settings.layout().issues()))
                .mapToLong(Manifest.Output::rows)
                .sum()));
    return settings.layout().name() + "\n" + runs.render() + "\n" + rows.render();
  }

  private static void row(
      TextTable table, Manifest manifest, String measure, String name, String meaning) {
    long count = manifest.total(measure);
    if (count > 0 || measure.equals("runs_read") || measure.equals("runs_rejected")) {
      table.row(name, Numbers.grouped(count), meaning);
    }
  }
}
