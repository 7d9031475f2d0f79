package io.evalbeam.transforms.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Strengths of models from comparisons of pairs (Zermelo 1929; Bradley and Terry 1952), ties
 * counting one half for both. Maximum likelihood by the minorisation-maximisation algorithm of
 * Hunter (2004). Where it is slow, each further step is followed by one of Newton's if that brings
 * wins and expected wins closer: same fixed point, fewer steps.
 *
 * <p>Where the maximum is infinite or not unique (Ford 1957), strengths are fitted inside the
 * largest strongly connected component, to its own comparisons; the others have none, with a status
 * that says why. Without a unique largest component of two or more models nobody is fitted.
 */
public final class BradleyTerry {
  private static final double PRECISION = 1e-12;
  private static final int PLAIN_STEPS = 1_000;
  private static final int MOST_STEPS = 2_000;

  private BradleyTerry() {}

  /**
   * Fits strengths, scaled to a geometric mean of 1 over the fitted models, until no logarithm
   * changes by 1e-12. Standard errors come from {@link SandwichErrors}.
   *
   * @return by model
   */
  public static List<Strength> fit(PairwiseComparisons comparisons) {
    return fit(comparisons, MOST_STEPS);
  }

  static List<Strength> fit(PairwiseComparisons comparisons, int mostSteps) {
    BitSet reference = ReferenceComponent.of(comparisons);
    int[] members = reference.stream().toArray();
    double[] logs = new double[members.length];
    boolean converged = converge(new PairModel(comparisons, members), logs, mostSteps);
    List<Strength> strengths = new ArrayList<>();
    for (int model = 0, member = 0; model < comparisons.models(); model++) {
      if (!reference.get(model)) {
        strengths.add(Strength.missing(reasonOutside(comparisons, model)));
      } else if (converged) {
        strengths.add(Strength.fitted(logs[member++]));
      } else {
        strengths.add(Strength.missing(StrengthStatus.NOT_CONVERGED));
      }
    }
    return List.copyOf(strengths);
  }

  /** Moves the logarithms to the maximum; false when the steps did not suffice. */
  private static boolean converge(PairModel model, double[] logs, int mostSteps) {
    for (int step = 0; step < mostSteps; step++) {
      double[] next = model.minorizationStep(logs);
      boolean still = largestDifference(next, logs) < PRECISION;
      double[] best = still || step < PLAIN_STEPS ? next : accelerated(model, next);
      System.arraycopy(best, 0, logs, 0, logs.length);
      if (still) {
        return true;
      }
    }
    return false;
  }

  private static double[] accelerated(PairModel model, double[] logs) {
    double remaining = largest(model.score(logs));
    return model
        .newtonStep(logs)
        .filter(newton -> largest(model.score(newton)) < remaining)
        .orElse(logs);
  }

  private static StrengthStatus reasonOutside(PairwiseComparisons comparisons, int model) {
    double won = 0;
    double lost = 0;
    for (int other = 0; other < comparisons.models(); other++) {
      won += comparisons.wins(model, other);
      lost += comparisons.wins(other, model);
    }
    if (won == 0 && lost == 0) {
      return StrengthStatus.NOT_COMPARED;
    }
    if (lost == 0) {
      return StrengthStatus.NEVER_LOST;
    }
    return won == 0 ? StrengthStatus.NEVER_WON : StrengthStatus.NOT_CONNECTED;
  }

  private static double largest(double[] values) {
    return largestDifference(values, new double[values.length]);
  }

  private static double largestDifference(double[] a, double[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }
}
