package io.evalbeam.io.evaluation.everyeval;

import org.jspecify.annotations.Nullable;

/**
 * Identifiers of results inside an aggregate: {@code
 * metric:split[:sub_split][:perturbation:computed_on]}. Colons and percent signs inside a part are
 * written as {@code %3A} and {@code %25}, so that different results have different identifiers.
 */
final class ResultId {
  /** Figures of perturbed copies are computed on these copies, never on a mixture. */
  static final String PERTURBED = "perturbed";

  private ResultId() {}

  /** The identifier of a figure; an unknown split is an empty part. */
  static String of(
      String metric,
      @Nullable String split,
      @Nullable String subSplit,
      @Nullable String perturbation) {
    StringBuilder id = new StringBuilder(part(metric)).append(':');
    if (split != null) {
      id.append(part(split));
    }
    if (subSplit != null) {
      id.append(':').append(part(subSplit));
    }
    if (perturbation != null) {
      id.append(':').append(part(perturbation)).append(':').append(PERTURBED);
    }
    return id.toString();
  }

  private static String part(String text) {
    return text.replace("%", "%25").replace(":", "%3A");
  }
}
