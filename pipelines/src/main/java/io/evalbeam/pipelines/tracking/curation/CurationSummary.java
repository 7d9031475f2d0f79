package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.io.publish.Manifest;
import io.evalbeam.pipelines.run.Numbers;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.transforms.curate.CuratedRows;
import io.evalbeam.transforms.text.TextTable;
import java.util.Locale;

/** What {@code curate-models} prints at its end: rows by fate, models by class; both add up. */
final class CurationSummary {
  private CurationSummary() {}

  static String of(Manifest manifest, CurationPlan plan, boolean unchanged) {
    StringBuilder text = new StringBuilder();
    if (unchanged) {
      text.append("Nothing changed since the last run, which did this:\n");
    }
    text.append(
        switch (plan.policy()) {
          case DEFAULT -> CurationCounts.refresh(manifest).render();
          case TRACKER -> String.join("\n", CurationCounts.tracker(manifest).lines()) + "\n";
        });
    text.append('\n').append(classes(manifest, plan.threshold()));
    text.append('\n').append(remarks(manifest));
    return text.toString().stripTrailing();
  }

  private static String classes(Manifest manifest, double threshold) {
    TextTable table = TextTable.of("class").number("models");
    for (ThresholdClass side : ThresholdClass.values()) {
      String group = side.name().toLowerCase(Locale.ROOT);
      table.row(
          CuratedRows.classText(side, threshold),
          Numbers.grouped(manifest.count(CurationCounts.CLASSES, group)));
    }
    return table.row("total", Numbers.grouped(manifest.total(CurationCounts.CLASSES))).render();
  }

  private static String remarks(Manifest manifest) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d decisions applied, %d issues, of these %d rejected; see issues/%s\n",
            CurationCounts.applied(manifest),
            manifest.total("issues_rejected") + manifest.total("issues_warning"),
            manifest.total("issues_rejected"),
            CurateModels.NAME));
    long idle = CurationCounts.notApplied(manifest);
    if (idle > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "%d decisions were not applied: the policy tracker knows only verified=y.\n",
              idle));
    }
    return text.toString();
  }
}
