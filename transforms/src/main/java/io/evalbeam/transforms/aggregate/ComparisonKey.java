package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.ComparisonState;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What models have in common when they are compared: the same questions, asked in the same manner,
 * scored alike.
 *
 * @param benchmark benchmark
 * @param task spec name and scenario arguments
 * @param adapterMethod null if unknown
 * @param shots demonstrations asked for; null if unknown
 * @param metric main metric
 * @param split null if unknown
 * @param subSplit null if none
 */
public record ComparisonKey(
    String benchmark,
    String task,
    @Nullable String adapterMethod,
    @Nullable Integer shots,
    String metric,
    @Nullable String split,
    @Nullable String subSplit)
    implements Comparable<ComparisonKey> {

  private static final Comparator<ComparisonKey> ORDER =
      Comparator.comparing(ComparisonKey::benchmark)
          .thenComparing(ComparisonKey::task)
          .thenComparing(
              ComparisonKey::adapterMethod, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(ComparisonKey::shots, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(ComparisonKey::metric)
          .thenComparing(ComparisonKey::split, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(ComparisonKey::subSplit, Comparator.nullsFirst(Comparator.naturalOrder()));

  static ComparisonKey of(CellStatistics row) {
    return new ComparisonKey(
        row.benchmark(),
        row.task(),
        row.adapterMethod(),
        row.shots(),
        row.metric(),
        row.split(),
        row.subSplit());
  }

  /** The key of a state. */
  public static ComparisonKey of(ComparisonState state) {
    return new ComparisonKey(
        state.benchmark(),
        state.task(),
        state.adapterMethod(),
        state.shots(),
        state.metric(),
        state.split(),
        state.subSplit());
  }

  @Override
  public int compareTo(ComparisonKey other) {
    return ORDER.compare(this, other);
  }
}
