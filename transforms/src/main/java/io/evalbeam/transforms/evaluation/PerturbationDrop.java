package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.math.ExactMoments;
import org.jspecify.annotations.Nullable;

/**
 * How perturbations change the scores of one model, over the instances with a score for the
 * original and for at least one perturbed copy. All differences are original minus other, so that a
 * loss is negative where a lower score is better. The standard error of a mean difference is its sd
 * over the root of its count. The moments are not to be changed.
 *
 * @param modelId identifier of the model
 * @param kind which perturbations are meant
 * @param perturbation name of the one perturbation, null for the other kinds
 * @param original scores of the originals
 * @param perturbed worst score over the copies: with one perturbation the score of the copy
 * @param worst worst score over the original and the copies; null when the direction is unknown
 * @param perturbedDrop original minus perturbed, by instance
 * @param worstDrop original minus worst, by instance; null when the direction is unknown
 */
public record PerturbationDrop(
    String modelId,
    Kind kind,
    @Nullable String perturbation,
    ExactMoments original,
    ExactMoments perturbed,
    @Nullable ExactMoments worst,
    ExactMoments perturbedDrop,
    @Nullable ExactMoments worstDrop) {
  /** Which perturbations are taken together. */
  public enum Kind {
    /** One perturbation. */
    SINGLE,
    /** All that test robustness. */
    ROBUSTNESS,
    /** All that test fairness. */
    FAIRNESS
  }

  /** Instances with a score for the original and for a copy. */
  public long n() {
    return original.count();
  }
}
