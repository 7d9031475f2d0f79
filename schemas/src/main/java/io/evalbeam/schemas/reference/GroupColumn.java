package io.evalbeam.schemas.reference;

import org.jspecify.annotations.Nullable;

/**
 * A column of a run group's table.
 *
 * @param group run group whose runs fill it
 * @param metric metric name
 * @param perturbation perturbation whose worst case counts; null for the originals
 * @param split split that counts; null if the schema does not say
 */
public record GroupColumn(
    RunGroup group, String metric, @Nullable String perturbation, @Nullable String split) {

  /** Heading in a table of one group, such as {@code EM} or {@code EM (Robustness)}. */
  public String heading(MetricCatalog metrics) {
    String name = metrics.find(metric).map(MetricInfo::shortName).orElse(metric);
    return perturbation == null
        ? name
        : name
            + " ("
            + Character.toUpperCase(perturbation.charAt(0))
            + perturbation.substring(1)
            + ")";
  }

  /** Heading in a table of several groups, such as {@code MMLU - EM}. */
  public String headingWithGroup(MetricCatalog metrics) {
    return group.columnName() + " - " + heading(metrics);
  }
}
