package io.evalbeam.transforms.statistics;

import io.evalbeam.schemas.math.ExactMoments;
import org.jspecify.annotations.Nullable;

/**
 * Variance of scores taken apart: what repeating a trial changes, and what the instance does
 * (one-way analysis of variance, Fisher 1925).
 *
 * @param instances number of instances with a score
 * @param within {@code mean_i var_t(x_it)}, ddof = 1, over the instances with at least two trials;
 *     null without any
 * @param between {@code max(0, var_i(x_i) - within mean_i(1 / T_i))}, ddof = 1, {@code x_i} being
 *     the mean over the {@code T_i} trials of an instance; with T trials everywhere that is {@code
 *     var_i(x_i) - within / T}. Null for fewer than two instances or without within
 */
public record TrialComponents(long instances, @Nullable Double within, @Nullable Double between) {

  /**
   * Takes the scores of one task apart.
   *
   * @param scores {@code [instance][trial]}, NaN where missing; numbers of trials may differ
   * @throws IllegalArgumentException when a score is infinite
   */
  public static TrialComponents of(double[][] scores) {
    ExactMoments means = new ExactMoments();
    ExactMoments variances = new ExactMoments();
    ExactMoments inverseTrials = new ExactMoments();
    for (double[] instance : scores) {
      ExactMoments trials = new ExactMoments();
      for (double score : instance) {
        if (!Double.isNaN(score)) {
          trials.add(score);
        }
      }
      Double mean = trials.mean();
      if (mean != null) {
        means.add(mean);
        inverseTrials.add(1.0 / trials.count());
      }
      Double variance = trials.sampleVariance();
      if (variance != null) {
        variances.add(variance);
      }
    }
    Double within = variances.mean();
    Double total = means.sampleVariance();
    Double inverse = inverseTrials.mean();
    Double between =
        within == null || total == null || inverse == null
            ? null
            : Double.valueOf(Math.max(0, total - within * inverse));
    return new TrialComponents(means.count(), within, between);
  }
}
