package io.evalbeam.transforms.statistics;

import io.evalbeam.schemas.math.ExactMoments;
import org.jspecify.annotations.Nullable;

/**
 * Mean win rates of models over columns, as in HELM (Liang et al. 2022), ties counting one half. A
 * column is a task, or a group of tasks that HELM shows as one. Rates depend on which models take
 * part. Mutable, not thread-safe; the order of columns cannot matter.
 */
public final class WinRates {
  private final ExactMoments[] rates;

  /** No columns yet for a number of models. */
  public WinRates(int models) {
    rates = new ExactMoments[models];
    for (int model = 0; model < models; model++) {
      rates[model] = new ExactMoments();
    }
  }

  /**
   * Adds a column: {@code rate = (#others strictly worse + #others equal / 2) / (#models - 1)}. One
   * with fewer than two models says nothing and is not counted.
   *
   * @param means by model, NaN where missing
   * @throws IllegalArgumentException when there is not one mean a model, or one is infinite
   */
  public void addColumn(double[] means, boolean lowerIsBetter) {
    if (means.length != rates.length) {
      throw new IllegalArgumentException(means.length + " means of " + rates.length + " models");
    }
    int[] halfWins = HalfWins.of(means, lowerIsBetter);
    int present = 0;
    for (int wins : halfWins) {
      present += wins == HalfWins.MISSING ? 0 : 1;
    }
    if (present < 2) {
      return;
    }
    for (int model = 0; model < rates.length; model++) {
      if (halfWins[model] != HalfWins.MISSING) {
        rates[model].add(halfWins[model] / (2.0 * (present - 1)));
      }
    }
  }

  /** Mean rate of a model over the columns it is in, from 0 to 1; null without any. */
  public @Nullable Double meanRate(int model) {
    return rates[model].mean();
  }

  /** Number of columns with at least two models that a model is in. */
  public long columns(int model) {
    return rates[model].count();
  }
}
