package io.evalbeam.transforms.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * How models did against each other on the instances of one task. Instances on which the same
 * models are present and finish in the same order are one outcome with a count: nothing else about
 * them matters to a comparison of pairs, and with scores 0 and 1 and few models there are few of
 * them. Outcomes are sorted, so the order of instances cannot matter. Immutable.
 */
public final class InstanceOutcomes {
  private final int models;
  private final List<Outcome> outcomes;

  private InstanceOutcomes(int models, List<Outcome> outcomes) {
    this.models = models;
    this.outcomes = outcomes;
  }

  /**
   * Outcomes of the instances of one task; time is {@code n K log K}.
   *
   * @param scores {@code [model][instance]}, NaN where missing
   * @throws IllegalArgumentException when models have different numbers of instances or a score is
   *     infinite
   */
  public static InstanceOutcomes of(double[][] scores, boolean lowerIsBetter) {
    int instances = scores.length == 0 ? 0 : scores[0].length;
    for (double[] row : scores) {
      if (row.length != instances) {
        throw new IllegalArgumentException("models with different numbers of instances");
      }
    }
    TreeMap<int[], Long> counts = new TreeMap<>(Arrays::compare);
    double[] column = new double[scores.length];
    for (int instance = 0; instance < instances; instance++) {
      for (int model = 0; model < column.length; model++) {
        column[model] = scores[model][instance];
      }
      counts.merge(HalfWins.of(column, lowerIsBetter), 1L, Long::sum);
    }
    List<Outcome> outcomes = new ArrayList<>(counts.size());
    counts.forEach((halfWins, count) -> outcomes.add(new Outcome(halfWins, count)));
    return new InstanceOutcomes(column.length, List.copyOf(outcomes));
  }

  /** Number of models K. */
  public int models() {
    return models;
  }

  List<Outcome> outcomes() {
    return outcomes;
  }

  /**
   * One way in which an instance can end.
   *
   * @param halfWins by model as of {@link HalfWins}
   * @param count number of instances
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Outcome(int[] halfWins, long count) {}
}
