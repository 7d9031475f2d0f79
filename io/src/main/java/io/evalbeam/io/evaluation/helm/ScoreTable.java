package io.evalbeam.io.evaluation.helm;

import io.evalbeam.schemas.evaluation.MetricValues;
import java.io.Closeable;
import java.io.IOException;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All scores of a run: a row for each key in the order of first appearance, a column for each
 * metric. Entries that share a key are united.
 */
final class ScoreTable implements Closeable {
  private final KeyTable keys = new KeyTable();
  private final MetricNames names = new MetricNames();
  private final Perturbations perturbations = new Perturbations();
  private final List<Condition> conditions = new ArrayList<>();
  private final List<List<DoubleBuffer>> columns = new ArrayList<>();
  private final BitSet trials = new BitSet();
  private final BitSet respelled = new BitSet();
  private final ScorePages pages;
  private final Findings findings;
  private int[] rowConditions = new int[256];
  private double[] row = new double[0];

  ScoreTable(ScorePages pages, Findings findings) {
    this.pages = pages;
    this.findings = findings;
  }

  KeyTable keys() {
    return keys;
  }

  MetricNames names() {
    return names;
  }

  Perturbations perturbations() {
    return perturbations;
  }

  List<Condition> conditions() {
    return conditions;
  }

  /** Number of trials that have scores. */
  int trials() {
    return trials.cardinality();
  }

  /** A key in words, for people. */
  String describe(int row) {
    String perturbation = perturbations.text(keys.perturbation(row));
    return keys.id(row)
        + ", trial "
        + keys.trial(row)
        + (perturbation == null ? "" : ", perturbation " + perturbation);
  }

  /** Adds the statistics of an entry to its key. */
  void add(String id, int perturbation, int trial, StatList stats) throws IOException {
    int before = keys.size();
    int row = keys.findOrAdd(id, perturbation, trial);
    boolean isNew = keys.size() > before;
    trials.set(trial);
    noteSpelling(row, id);
    int condition = -1;
    for (int i = 0; i < stats.size(); i++) {
      condition = condition(condition, stats.split(i), stats.subSplit(i), perturbation);
      if (i == 0 && isNew) {
        setCondition(row, condition);
      }
      addStat(row, trial, conditions.get(condition), stats, i);
    }
    if (stats.size() == 0 && isNew) {
      setCondition(row, condition(-1, null, null, perturbation));
    }
  }

  private void addStat(int row, int trial, Condition condition, StatList stats, int i)
      throws IOException {
    int metric = stats.metric(i);
    double mean = stats.mean(i);
    double sum = stats.sum(i);
    double count = stats.count(i);
    if (Double.isInfinite(mean)) {
      findings.note(
          Finding.NON_FINITE,
          HelmFile.PER_INSTANCE_STATS,
          describe(row),
          names.name(metric) + " of " + keys.id(row));
    } else if (!Double.isNaN(mean)) {
      if (!put(row, metric, mean)) {
        return;
      }
      if (mean != sum / count && !Closeness.isClose(mean, sum / count)) {
        findings.note(
            Finding.SCORE_UNLIKE_SUM,
            HelmFile.PER_INSTANCE_STATS,
            describe(row),
            names.name(metric) + " " + mean);
      }
    }
    condition.sums(metric).add(trial, sum, count);
  }

  /** Whether this is the first value of a metric for a key; later ones change nothing. */
  private boolean put(int row, int metric, double value) throws IOException {
    while (columns.size() <= metric) {
      columns.add(new ArrayList<>());
    }
    List<DoubleBuffer> column = columns.get(metric);
    while (column.size() <= row / ScorePages.ROWS) {
      column.add(pages.next());
    }
    DoubleBuffer page = column.get(row / ScorePages.ROWS);
    double before = page.get(row % ScorePages.ROWS);
    if (Double.isNaN(before)) {
      page.put(row % ScorePages.ROWS, value);
      return true;
    }
    if (before != value) {
      findings.note(
          Finding.CONFLICTING_SCORES,
          HelmFile.PER_INSTANCE_STATS,
          describe(row),
          names.name(metric) + " " + before + " and " + value);
    }
    return false;
  }

  /** Number of a condition, the one that came last if it is equal. */
  private int condition(
      int last, @Nullable String split, @Nullable String subSplit, int perturbation) {
    if (last >= 0 && conditions.get(last).is(split, subSplit, perturbation)) {
      return last;
    }
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i).is(split, subSplit, perturbation)) {
        return i;
      }
    }
    conditions.add(new Condition(split, subSplit, perturbation));
    return conditions.size() - 1;
  }

  private void setCondition(int row, int condition) {
    if (row >= rowConditions.length) {
      rowConditions = Arrays.copyOf(rowConditions, Math.max(row + 1, row * 2));
    }
    rowConditions[row] = condition;
  }

  /** Condition of a scored key, by its first statistic. */
  Condition conditionOf(int row) {
    return conditions.get(rowConditions[row]);
  }

  /** Notes, once for a key, that some file spells its instance in another way than the scores. */
  void noteSpelling(int row, String id) {
    if (keys.isPrefixed(row) != InstanceId.hasPrefix(id) && !respelled.get(row)) {
      respelled.set(row);
      findings.note(
          Finding.SPELLINGS,
          HelmFile.PER_INSTANCE_STATS,
          describe(row),
          keys.id(row) + " and " + id);
    }
  }

  /** Value of a metric for a key, null when missing. */
  @Nullable Double value(int row, int metric) {
    double value = valueOrNaN(row, metric);
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }

  private double valueOrNaN(int row, int metric) {
    if (metric < 0 || metric >= columns.size()) {
      return Double.NaN;
    }
    List<DoubleBuffer> column = columns.get(metric);
    int page = row / ScorePages.ROWS;
    return page < column.size() ? column.get(page).get(row % ScorePages.ROWS) : Double.NaN;
  }

  /** All metrics of a key; call after all scores were read. */
  MetricValues values(int rowNumber) {
    if (row.length != names.size()) {
      row = new double[names.size()];
    }
    for (int metric = 0; metric < row.length; metric++) {
      row[metric] = valueOrNaN(rowNumber, metric);
    }
    return MetricValues.of(names.names(), row);
  }

  @Override
  public void close() throws IOException {
    pages.close();
  }
}
