package io.evalbeam.transforms.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All scores of one condition of a run, a row for every response and a column for every metric, in
 * primitive arrays: a run may have millions of values.
 */
final class ConditionScores {
  private static final int NONE = -1;

  private final Map<String, Integer> instances = new HashMap<>();

  /** By instance: the row with its highest trial, and the hash of what it asks. */
  private int[] lastRow = new int[16];

  private long[] texts = new long[16];

  /** By row: its trial, and the row of the same instance with the next lower trial. */
  private int[] trials = new int[16];

  private int[] lowerRow = new int[16];
  private int rows;
  private final List<double[]> columns = new ArrayList<>();
  private boolean robustness;
  private boolean fairness;

  /**
   * Makes a row for a response.
   *
   * @param text hash of what is asked, 0 if unknown
   * @return the row, negative when the instance has this trial already
   */
  int addRow(String instanceKey, int trial, long text) {
    int instance = instances.computeIfAbsent(instanceKey, key -> newInstance());
    int above = NONE;
    int below = lastRow[instance];
    while (below != NONE && trials[below] > trial) {
      above = below;
      below = lowerRow[below];
    }
    if (below != NONE && trials[below] == trial) {
      return NONE;
    }
    if (rows == trials.length) {
      trials = Arrays.copyOf(trials, larger(rows));
      lowerRow = Arrays.copyOf(lowerRow, larger(rows));
    }
    trials[rows] = trial;
    lowerRow[rows] = below;
    if (above == NONE) {
      lastRow[instance] = rows;
    } else {
      lowerRow[above] = rows;
    }
    // Trials ask the same; should they not, the choice must not depend on their order.
    if (texts[instance] == 0 || (text != 0 && Long.compareUnsigned(text, texts[instance]) < 0)) {
      texts[instance] = text;
    }
    return rows++;
  }

  /** Sets a score of a row. */
  void set(int row, int column, double score) {
    while (columns.size() <= column) {
      columns.add(new double[0]);
    }
    double[] values = columns.get(column);
    if (row >= values.length) {
      int length = values.length;
      values = Arrays.copyOf(values, Math.max(larger(length), row + 1));
      Arrays.fill(values, length, values.length, Double.NaN);
      columns.set(column, values);
    }
    values[row] = score;
  }

  /** Notes what the perturbation of a response tests. */
  void describe(boolean testsRobustness, boolean testsFairness) {
    robustness |= testsRobustness;
    fairness |= testsFairness;
  }

  boolean robustness() {
    return robustness;
  }

  boolean fairness() {
    return fairness;
  }

  /** Keys of the instances. */
  InstanceSet instanceSet() {
    return InstanceSet.of(instances.keySet());
  }

  /** Hashes of what the instances of {@link #instanceSet} ask. */
  QuestionTexts questionTexts(InstanceSet set) {
    long[] hashes = new long[set.size()];
    instances.forEach((key, instance) -> hashes[set.indexOf(key)] = texts[instance]);
    return QuestionTexts.of(hashes);
  }

  /** Scores by instance in the order of {@link #instanceSet}, NaN where missing. */
  double[] inOrder(InstanceSet set, double[] scores) {
    double[] result = new double[set.size()];
    instances.forEach((key, instance) -> result[set.indexOf(key)] = scores[instance]);
    return result;
  }

  /**
   * Averages a metric over the trials of every instance.
   *
   * @param cell receives every instance
   * @return scores in the order in which instances came, NaN where missing
   */
  double[] average(int column, CellAccumulator cell) {
    double[] values = column < columns.size() ? columns.get(column) : new double[0];
    double[] scores = new double[instances.size()];
    int[] instanceTrials = new int[4];
    double[] instanceValues = new double[4];
    for (int instance = 0; instance < scores.length; instance++) {
      int count = 0;
      for (int row = lastRow[instance]; row != NONE; row = lowerRow[row]) {
        count += hasValue(values, row) ? 1 : 0;
      }
      if (count == 0) {
        cell.addMissing();
        scores[instance] = Double.NaN;
        continue;
      }
      if (count > instanceTrials.length) {
        instanceTrials = new int[larger(count)];
        instanceValues = new double[larger(count)];
      }
      int place = count;
      for (int row = lastRow[instance]; row != NONE; row = lowerRow[row]) {
        if (hasValue(values, row)) {
          instanceTrials[--place] = trials[row];
          instanceValues[place] = values[row];
        }
      }
      scores[instance] = cell.add(instanceTrials, instanceValues, count);
    }
    return scores;
  }

  /** Number of instances. */
  int size() {
    return instances.size();
  }

  private int newInstance() {
    int instance = instances.size();
    if (instance == lastRow.length) {
      lastRow = Arrays.copyOf(lastRow, larger(instance));
      texts = Arrays.copyOf(texts, larger(instance));
    }
    lastRow[instance] = NONE;
    return instance;
  }

  private static boolean hasValue(double[] values, int row) {
    return row < values.length && !Double.isNaN(values[row]);
  }

  private static int larger(int length) {
    return length + (length >> 1) + 16;
  }
}
