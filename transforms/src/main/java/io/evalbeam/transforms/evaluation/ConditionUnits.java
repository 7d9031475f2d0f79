package io.evalbeam.transforms.evaluation;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Scores by instance under one condition.
 *
 * @param perturbation name of the perturbation, null for the originals
 * @param robustness whether it tests robustness
 * @param fairness whether it tests fairness
 * @param units the scores
 */
public record ConditionUnits(
    @Nullable String perturbation, boolean robustness, boolean fairness, UnitVector units) {
  /** The originals first, then perturbations by name. */
  static final Comparator<ConditionUnits> ORDER =
      Comparator.comparing(
          ConditionUnits::perturbation, Comparator.nullsFirst(Comparator.naturalOrder()));
}
