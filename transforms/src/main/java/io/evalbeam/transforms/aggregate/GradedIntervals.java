package io.evalbeam.transforms.aggregate;

import io.evalbeam.transforms.evaluation.CellState;
import io.evalbeam.transforms.statistics.Interval;
import io.evalbeam.transforms.statistics.PercentileBootstrap;
import io.evalbeam.transforms.statistics.TInterval;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How intervals of graded scores are made.
 *
 * @param bootstrap whether by bootstrap instead of Student's t
 * @param seed of the bootstrap
 */
public record GradedIntervals(boolean bootstrap, long seed) implements Serializable {
  private static final int REPLICATES = 2000;

  /** Student's t. */
  public static final GradedIntervals BY_T = new GradedIntervals(false, 0);

  /** Name in the published rows. */
  String method() {
    return bootstrap ? "bootstrap" : "t";
  }

  /**
   * The 95 % interval of a mean; null where there are too few instances, or too many different
   * scores to draw from.
   *
   * @param key of the statistic, from which the random numbers follow
   */
  @Nullable Interval of(CellState state, double mean, @Nullable Double se, String key) {
    if (!bootstrap) {
      return TInterval.of(mean, se, state.n());
    }
    return state
        .sortedScores()
        .map(scores -> new PercentileBootstrap(seed, REPLICATES).ofMean(scores, key))
        .orElse(null);
  }
}
