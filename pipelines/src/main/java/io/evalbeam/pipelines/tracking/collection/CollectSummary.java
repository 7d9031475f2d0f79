package io.evalbeam.pipelines.tracking.collection;

import io.evalbeam.io.publish.Manifest;
import io.evalbeam.pipelines.run.Numbers;
import io.evalbeam.transforms.text.TextTable;
import java.util.List;

/** What {@code collect-models} prints at its end: rows per source, which add up. */
final class CollectSummary {
  private CollectSummary() {}

  static String of(Manifest manifest, List<String> keptSources) {
    TextTable table =
        TextTable.of("source")
            .number("rows")
            .number("kept")
            .number("rejected")
            .number("filtered")
            .number("issues")
            .text("state");
    for (String source : manifest.groups("rows_read")) {
      table.row(
          source,
          Numbers.grouped(manifest.count("rows_read", source)),
          Numbers.grouped(manifest.count("rows_kept", source)),
          Numbers.grouped(manifest.count("rows_rejected", source)),
          Numbers.grouped(manifest.count("rows_filtered", source)),
          Numbers.grouped(
              manifest.count("issues_rejected", source) + manifest.count("issues_warning", source)),
          keptSources.contains(source) ? "unchanged" : "read");
    }
    table.row(
        "total",
        Numbers.grouped(manifest.total("rows_read")),
        Numbers.grouped(manifest.total("rows_kept")),
        Numbers.grouped(manifest.total("rows_rejected")),
        Numbers.grouped(manifest.total("rows_filtered")),
        Numbers.grouped(manifest.total("issues_rejected") + manifest.total("issues_warning")),
        "");
    return table.render();
  }
}
