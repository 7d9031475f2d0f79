package io.evalbeam.io.evaluation.helm;

import io.evalbeam.schemas.math.ExactSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a run — split, sub-split and perturbation — with the sums of its scores for each
 * metric and trial.
 */
final class Condition {
  private final @Nullable String split;
  private final @Nullable String subSplit;
  private final int perturbation;
  private final List<@Nullable TrialSums> metrics = new ArrayList<>();

  Condition(@Nullable String split, @Nullable String subSplit, int perturbation) {
    this.split = split;
    this.subSplit = subSplit;
    this.perturbation = perturbation;
  }

  boolean is(@Nullable String otherSplit, @Nullable String otherSubSplit, int otherPerturbation) {
    return perturbation == otherPerturbation
        && Objects.equals(split, otherSplit)
        && Objects.equals(subSplit, otherSubSplit);
  }

  @Nullable String split() {
    return split;
  }

  @Nullable String subSplit() {
    return subSplit;
  }

  /** Sums of a metric, made when they are first asked for. */
  TrialSums sums(int metric) {
    while (metrics.size() <= metric) {
      metrics.add(null);
    }
    TrialSums sums = metrics.get(metric);
    if (sums == null) {
      sums = new TrialSums();
      metrics.set(metric, sums);
    }
    return sums;
  }

  /** Sums of a metric, null when it does not occur. */
  @Nullable TrialSums known(int metric) {
    return metric < 0 || metric >= metrics.size() ? null : metrics.get(metric);
  }

  /** Sums and counts of one metric by trial. */
  static final class TrialSums {
    private ExactSum[] sums = {new ExactSum()};
    private double[] counts = new double[1];
    private boolean comparable = true;

    void add(int trial, double sum, double count) {
      if (count == 0) {
        return;
      }
      if (trial >= sums.length) {
        grow(trial + 1);
      }
      if (Double.isFinite(sum) && Double.isFinite(count)) {
        sums[trial].add(sum);
        counts[trial] += count;
      } else {
        comparable = false;
      }
    }

    private void grow(int length) {
      int before = sums.length;
      sums = Arrays.copyOf(sums, length);
      for (int i = before; i < length; i++) {
        sums[i] = new ExactSum();
      }
      counts = Arrays.copyOf(counts, length);
    }

    /** Whether all scores were finite. */
    boolean isComparable() {
      return comparable;
    }

    /** Number of trials with a score. */
    int trials() {
      int trials = 0;
      for (double count : counts) {
        trials += count > 0 ? 1 : 0;
      }
      return trials;
    }

    /** Mean over trials of the mean inside the trial; 0 without any. */
    double mean() {
      ExactSum means = new ExactSum();
      for (int i = 0; i < sums.length; i++) {
        if (counts[i] > 0) {
          means.add(sums[i].value() / counts[i]);
        }
      }
      return means.value() / Math.max(1, trials());
    }
  }
}
