package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.reference.GroupColumn;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a release's tables. A run adds one number a trial, so a run of three trials weighs three
 * times as much as one of a single trial.
 */
final class GroupCells {
  private final SortedMap<BenchmarkModel, Map<Place, Cell>> rows = new TreeMap<>();

  /**
   * Adds runs; cells are rounded sums, so runs come in one order always.
   *
   * @param meanOfTrials mean over trials of the mean inside the trial
   */
  void add(
      BenchmarkModel model,
      String group,
      String metric,
      @Nullable String split,
      double meanOfTrials,
      int trials,
      int runs) {
    rows.computeIfAbsent(model, key -> new HashMap<>())
        .computeIfAbsent(new Place(group, metric, split), key -> new Cell())
        .add(meanOfTrials, trials, runs);
  }

  /** Models with a cell, in order. */
  Set<BenchmarkModel> models() {
    return rows.keySet();
  }

  /** A cell; where the metric is HELM's quasi-exact match, exact match stands in for it. */
  @Nullable Cell find(BenchmarkModel model, GroupColumn column) {
    Map<Place, Cell> row = Objects.requireNonNull(rows.get(model));
    String group = column.group().name();
    Cell cell = row.get(new Place(group, column.metric(), column.split()));
    return cell == null && column.metric().equals("quasi_exact_match")
        ? row.get(new Place(group, "exact_match", column.split()))
        : cell;
  }

  private record Place(String group, String metric, @Nullable String split) {}

  /** The mean over runs, weighted by trials. */
  static final class Cell {
    private double sum;
    private long trials;
    private int runs;

    private void add(double meanOfTrials, int itsTrials, int itsRuns) {
      sum += meanOfTrials * itsTrials;
      trials += itsTrials;
      runs += itsRuns;
    }

    double value() {
      return sum / trials;
    }

    int runs() {
      return runs;
    }
  }
}
