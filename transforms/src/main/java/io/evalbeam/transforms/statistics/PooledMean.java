package io.evalbeam.transforms.statistics;

import io.evalbeam.schemas.math.ExactMoments;
import io.evalbeam.schemas.math.ExactSum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One model over several tasks, in both usual weightings. Tasks without a scored instance do not
 * count. The order of tasks cannot matter.
 *
 * @param tasks K, number of tasks with scores
 * @param pooled all instances alike: {@code m = sum S_k / n} with {@code se_iid = sd / sqrt(n)}, sd
 *     with ddof = 1 over all instances, which is too small when tasks differ
 * @param clusteredError {@code sqrt(sum_k (sum_{i in k} (x_i - m))^2) / n}, tasks as clusters, no
 *     small-sample factor (Liang and Zeger 1986); null for {@code K < 2}
 * @param macroMean all tasks alike: {@code sum m_k / K}; null without tasks
 * @param macroError {@code sqrt(sum se_k^2) / K}, for these very tasks; null without tasks, and
 *     when a task has fewer than two instances, because its part is unknown
 */
public record PooledMean(
    int tasks,
    MeanEstimate pooled,
    @Nullable Double clusteredError,
    @Nullable Double macroMean,
    @Nullable Double macroError) {

  /** Pools the tasks of one model. */
  public static PooledMean of(List<TaskSummary> summaries) {
    List<ExactMoments> tasks =
        summaries.stream().map(TaskSummary::moments).filter(task -> task.count() > 0).toList();
    ExactMoments all = new ExactMoments();
    tasks.forEach(all::add);
    return new PooledMean(
        tasks.size(),
        MeanEstimate.of(all),
        clusteredError(tasks, all),
        macroMean(tasks),
        macroError(tasks));
  }

  /** With {@code S_k n - n_k S} for n times a task's sum of deviations, nothing cancels. */
  private static @Nullable Double clusteredError(List<ExactMoments> tasks, ExactMoments all) {
    if (tasks.size() < 2) {
      return null;
    }
    BigDecimal n = BigDecimal.valueOf(all.count());
    BigDecimal sum = all.exactSum();
    BigDecimal squares = BigDecimal.ZERO;
    for (ExactMoments task : tasks) {
      BigDecimal deviation =
          task.exactSum().multiply(n).subtract(sum.multiply(BigDecimal.valueOf(task.count())));
      squares = squares.add(deviation.pow(2));
    }
    return Math.sqrt(squares.divide(n.pow(4), MathContext.DECIMAL128).doubleValue());
  }

  private static @Nullable Double macroMean(List<ExactMoments> tasks) {
    ExactMoments means = new ExactMoments();
    for (ExactMoments task : tasks) {
      Double mean = task.mean();
      if (mean != null) {
        means.add(mean);
      }
    }
    return means.mean();
  }

  private static @Nullable Double macroError(List<ExactMoments> tasks) {
    ExactSum squares = new ExactSum();
    for (ExactMoments task : tasks) {
      Double variance = task.sampleVariance();
      if (variance == null) {
        return null;
      }
      squares.add(variance / task.count());
    }
    return tasks.isEmpty() ? null : Math.sqrt(squares.value()) / tasks.size();
  }
}
