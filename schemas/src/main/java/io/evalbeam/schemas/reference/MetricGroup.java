package io.evalbeam.schemas.reference;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns that stand in one table and are aggregated together.
 *
 * @param name such as {@code accuracy}
 * @param displayName title of the table
 * @param hideWinRates whether the table has no aggregate column; null counts as false
 * @param aggregation how a row is summed up; empty stands for {@link Aggregation#WIN_RATE}
 * @param metrics in the order of columns
 */
public record MetricGroup(
    String name,
    String displayName,
    @Nullable Boolean hideWinRates,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Aggregation> aggregation,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<MetricGroup.Member> metrics)
    implements Serializable {

  /** How the cells of a row become one figure. */
  public enum Aggregation {
    /** Share of the other models that are worse, averaged over the columns. */
    WIN_RATE,
    /** Mean of the cells that are not empty. */
    MEAN
  }

  /**
   * A column before it belongs to a run group.
   *
   * @param name metric, or {@link #MAIN_NAME} for the main metric of the run group
   * @param perturbation perturbation whose worst case counts; null for the originals
   */
  public record Member(String name, @Nullable String perturbation) implements Serializable {
    /** Stands for the main metric of a run group. */
    public static final String MAIN_NAME = "${main_name}";
  }

  /** Aggregate columns of the table, in order; empty if it has none. */
  public List<Aggregation> aggregates() {
    if (!aggregation.isEmpty()) {
      return aggregation;
    }
    return Boolean.TRUE.equals(hideWinRates) ? List.of() : List.of(Aggregation.WIN_RATE);
  }

  /** Whether a column is the main metric of its run group. */
  boolean needsMainMetric() {
    return metrics.stream().anyMatch(member -> Member.MAIN_NAME.equals(member.name()));
  }
}
