package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.Response;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What responses have in common that are averaged: never pooled with others.
 *
 * @param split split, null if unknown
 * @param subSplit sub-split, null if none
 * @param perturbation name of the perturbation, null for the originals
 */
record Condition(@Nullable String split, @Nullable String subSplit, @Nullable String perturbation)
    implements Comparable<Condition> {
  private static final Comparator<String> NULL_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());
  private static final Comparator<Condition> ORDER =
      Comparator.comparing(Condition::split, NULL_FIRST)
          .thenComparing(Condition::subSplit, NULL_FIRST)
          .thenComparing(Condition::perturbation, NULL_FIRST);

  static Condition of(Response response) {
    Perturbation perturbation = response.perturbation();
    return new Condition(
        response.split(), response.subSplit(), perturbation == null ? null : perturbation.name());
  }

  @Override
  public int compareTo(Condition other) {
    return ORDER.compare(this, other);
  }
}
