package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.math.ExactMoments;
import java.util.Objects;
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

  /**
   * Both together, such as drops in several tasks; their instances must be disjoint. Without a
   * direction of both there is no worst.
   *
   * @throws IllegalArgumentException when they are of different models or perturbations
   */
  public PerturbationDrop merge(PerturbationDrop other) {
    if (!modelId.equals(other.modelId)
        || kind != other.kind
        || !Objects.equals(perturbation, other.perturbation)) {
      throw new IllegalArgumentException("drops of different kinds do not add up");
    }
    return new PerturbationDrop(
        modelId,
        kind,
        perturbation,
        sum(original, other.original),
        sum(perturbed, other.perturbed),
        sumOrNull(worst, other.worst),
        sum(perturbedDrop, other.perturbedDrop),
        sumOrNull(worstDrop, other.worstDrop));
  }

  private static @Nullable ExactMoments sumOrNull(
      @Nullable ExactMoments first, @Nullable ExactMoments second) {
    return first == null || second == null ? null : sum(first, second);
  }

  private static ExactMoments sum(ExactMoments first, ExactMoments second) {
    ExactMoments both = new ExactMoments();
    both.add(first);
    both.add(second);
    return both;
  }

  /** Instances with a score for the original and for a copy. */
  public long n() {
    return original.count();
  }
}
