package io.evalbeam.transforms.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether one model's means differ between tasks by more than their errors. Tasks without a
 * positive standard error (one instance, or all scores equal) have no weight and are left out.
 *
 * @param tasks K, number of tasks used
 * @param q {@code Q = sum w_k (m_k - m)^2} with {@code w_k = 1 / se_k^2} and m the weighted mean
 *     (Cochran 1954)
 * @param p probability of a larger Q if all true means were equal: chi-square, K - 1 degrees of
 *     freedom
 * @param shareBetween {@code I^2 = max(0, (Q - (K - 1)) / Q)} (Higgins and Thompson 2002), in [0,
 *     1)
 * @param varianceBetween {@code tau^2 = max(0, (Q - (K - 1)) / (sum w - sum w^2 / sum w))}
 *     (DerSimonian and Laird 1986), in squared units of the score
 */
public record Heterogeneity(
    int tasks, double q, double p, double shareBetween, double varianceBetween) {

  /** Compares a model's tasks; null with fewer than two usable ones. */
  public static @Nullable Heterogeneity of(List<MeanEstimate> tasks) {
    List<WeightedMean> means =
        tasks.stream().map(WeightedMean::of).filter(task -> task.weight() > 0).toList();
    if (means.size() < 2) {
      return null;
    }
    double weights = 0;
    double squaredWeights = 0;
    double sum = 0;
    for (WeightedMean task : means) {
      weights += task.weight();
      squaredWeights += task.weight() * task.weight();
      sum += task.weight() * task.mean();
    }
    double q = 0;
    for (WeightedMean task : means) {
      double deviation = task.mean() - sum / weights;
      q += task.weight() * deviation * deviation;
    }
    int degreesOfFreedom = means.size() - 1;
    double excess = Math.max(0, q - degreesOfFreedom);
    return new Heterogeneity(
        means.size(),
        q,
        ChiSquare.upperTail(q, degreesOfFreedom),
        excess == 0 ? 0 : excess / q,
        excess / (weights - squaredWeights / weights));
  }

  private record WeightedMean(double mean, double weight) {
    static WeightedMean of(MeanEstimate task) {
      Double mean = task.mean();
      Double error = task.standardError();
      return mean == null || error == null || error == 0
          ? new WeightedMean(0, 0)
          : new WeightedMean(mean, 1 / (error * error));
    }
  }
}
