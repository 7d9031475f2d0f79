package io.evalbeam.io.evaluation.opencompass;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a data set was asked, from a summary.
 *
 * @param version first digits of the hash of the inference configuration; null if unknown
 * @param mode {@code gen}, {@code ppl} or {@code ll}; null if unknown
 */
record PromptVersion(@Nullable String version, @Nullable String mode) {
  static final PromptVersion UNKNOWN = new PromptVersion(null, null);

  private static final String NONE = "-";
  private static final String UNKNOWN_MODE = "unknown";

  /** Versions by data set; the first row of a data set counts. */
  static Map<String, PromptVersion> byDataset(SummaryTable table) {
    Map<String, PromptVersion> versions = new HashMap<>();
    for (SummaryTable.Row row : table.rows()) {
      if (row.kind() == SummaryTable.Kind.SCORES) {
        String mode = known(row.mode());
        versions.putIfAbsent(
            row.dataset(),
            new PromptVersion(known(row.version()), UNKNOWN_MODE.equals(mode) ? null : mode));
      }
    }
    return versions;
  }

  private static @Nullable String known(@Nullable String text) {
    return text == null || text.isEmpty() || text.equals(NONE) ? null : text;
  }
}
