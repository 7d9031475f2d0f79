package io.evalbeam.pipelines.tracking.estimation;

import io.evalbeam.io.publish.Manifest;
import io.evalbeam.pipelines.options.Policy;
import io.evalbeam.pipelines.run.Numbers;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.transforms.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code estimate-flops} prints at its end; every column of the table adds up. */
final class EstimateSummary {
  private EstimateSummary() {}

  static String of(Manifest manifest, Policy policy) {
    return rows(manifest) + methods(manifest) + classes(manifest, policy);
  }

  private static String rows(Manifest manifest) {
    return String.format(
        Locale.ROOT,
        "%s rows of %d sources, %s linked, %s rejected; %s models, %s issues%n%n",
        Numbers.grouped(manifest.total("rows_read")),
        manifest.groups("rows_read").size(),
        Numbers.grouped(manifest.total("rows_linked")),
        Numbers.grouped(manifest.total("rows_rejected")),
        Numbers.grouped(manifest.total("models")),
        Numbers.grouped(issues(manifest)));
  }

  private static long issues(Manifest manifest) {
    return manifest.files().stream()
        .filter(file -> file.table().equals("issues"))
        .mapToLong(Manifest.Output::rows)
        .sum();
  }

  /** Chosen method by confidence, and how often each method gave any estimate. */
  private static String methods(Manifest manifest) {
    TextTable table = TextTable.of("method").number("estimates").number("chosen");
    for (Confidence confidence : Confidence.values()) {
      table.number(confidence.key());
    }
    long[] totals = new long[Confidence.values().length + 2];
    for (EstimationMethod method : EstimationMethod.values()) {
      long[] counts = counts(manifest, method);
      if (counts[0] + counts[1] > 0) {
        table.row(cells(method.key(), counts));
        for (int i = 0; i < counts.length; i++) {
          totals[i] += counts[i];
        }
      }
    }
    return table.row(cells("total", totals)).render() + "\n";
  }

  private static long[] counts(Manifest manifest, EstimationMethod method) {
    Confidence[] confidences = Confidence.values();
    long[] counts = new long[confidences.length + 2];
    counts[0] = manifest.count("estimates", method.key());
    for (int i = 0; i < confidences.length; i++) {
      counts[i + 2] = manifest.count("chosen", method.key() + "/" + confidences[i].key());
      counts[1] += counts[i + 2];
    }
    return counts;
  }

  private static List<String> cells(String name, long[] counts) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (long count : counts) {
      cells.add(Numbers.grouped(count));
    }
    return cells;
  }

  private static String classes(Manifest manifest, Policy policy) {
    StringBuilder text = new StringBuilder("classes:");
    for (ThresholdClass side : ThresholdClass.values()) {
      String key = side.name().toLowerCase(Locale.ROOT);
      text.append(' ')
          .append(key)
          .append(' ')
          .append(Numbers.grouped(manifest.count("class", key)))
          .append(',');
    }
    text.setLength(text.length() - 1);
    List<String> flags = manifest.groups("flag");
    if (!flags.isEmpty()) {
      text.append("\nflags:");
      for (String flag : flags) {
        text.append(' ')
            .append(flag)
            .append(' ')
            .append(Numbers.grouped(manifest.count("flag", flag)))
            .append(',');
      }
      text.setLength(text.length() - 1);
    }
    if (policy == Policy.TRACKER) {
      text.append("\nat or above the threshold before the developer cap: ")
          .append(Numbers.grouped(manifest.total("above_threshold_before_cap")));
    }
    return text.append('\n').toString();
  }
}
