package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.tracking.FlopEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How far chosen estimates are from known training compute. */
public final class EstimateAccuracy {
  /** Group that every case belongs to. */
  public static final String ALL = "all";

  private EstimateAccuracy() {}

  /**
   * A model whose training compute is known.
   *
   * @param actualFlop positive
   * @param chosen the published estimate, made without knowing the actual value
   * @param groups names of the groups it counts in, besides {@link #ALL}
   */
  public record Case(double actualFlop, FlopEstimate chosen, SortedSet<String> groups) {
    public Case {
      if (!(actualFlop > 0) || Double.isInfinite(actualFlop)) {
        throw new IllegalArgumentException("actual FLOP must be positive: " + actualFlop);
      }
      groups = new TreeSet<>(groups);
    }

    /** Factor between estimate and actual value, at least 1. */
    public double fold() {
      double ratio = chosen.flop() / actualFlop;
      return Math.max(ratio, 1 / ratio);
    }

    /** Whether the actual value lies in the 90 % interval. */
    public boolean isCovered() {
      double actual = Math.log10(actualFlop);
      return chosen.log10FlopLow() <= actual && actual <= chosen.log10FlopHigh();
    }
  }

  /**
   * Accuracy of one group. Shares are fractions.
   *
   * @param cases number of models
   * @param medianFold median fold error; of an even number the geometric mean of the middle two
   * @param geometricMeanFold geometric mean of the fold errors
   * @param within2 share with a fold error of at most 2
   * @param within3 likewise 3
   * @param within10 likewise 10
   * @param coverage share inside the 90 % interval
   */
  public record Summary(
      String group,
      int cases,
      double medianFold,
      double geometricMeanFold,
      double within2,
      double within3,
      double within10,
      double coverage) {}

  /** One summary per group that has cases, by name. */
  public static List<Summary> summarize(List<Case> cases) {
    Map<String, List<Case>> byGroup = new TreeMap<>();
    for (Case known : cases) {
      byGroup.computeIfAbsent(ALL, group -> new ArrayList<>()).add(known);
      for (String group : known.groups()) {
        if (!group.equals(ALL)) {
          byGroup.computeIfAbsent(group, name -> new ArrayList<>()).add(known);
        }
      }
    }
    List<Summary> summaries = new ArrayList<>();
    byGroup.forEach((group, members) -> summaries.add(summarize(group, members)));
    return summaries;
  }

  private static Summary summarize(String group, List<Case> members) {
    // Sorted first, so that the sum of logs does not depend on the order of the cases.
    double[] folds = members.stream().mapToDouble(Case::fold).sorted().toArray();
    double logs = 0;
    for (double fold : folds) {
      logs += Math.log(fold);
    }
    double median = Math.sqrt(folds[(folds.length - 1) / 2]) * Math.sqrt(folds[folds.length / 2]);
    long covered = members.stream().filter(Case::isCovered).count();
    return new Summary(
        group,
        folds.length,
        median,
        Math.exp(logs / folds.length),
        share(folds, 2),
        share(folds, 3),
        share(folds, 10),
        (double) covered / folds.length);
  }

  private static double share(double[] folds, double limit) {
    int within = 0;
    for (double fold : folds) {
      if (fold <= limit) {
        within++;
      }
    }
    return (double) within / folds.length;
  }
}
