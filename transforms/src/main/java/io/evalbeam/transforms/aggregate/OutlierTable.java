package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.math.ExactMoments;
import io.evalbeam.transforms.statistics.CellResidual;
import io.evalbeam.transforms.statistics.EmpiricalLogit;
import io.evalbeam.transforms.statistics.OutlyingCells;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cells that model and task do not explain, by data set: an additive fit over the tasks of one data
 * set, such as the subjects of MMLU. Shares of right answers are compared as {@link
 * EmpiricalLogit}s, other scores as they are.
 */
final class OutlierTable {
  private final BenchmarkTasks benchmark;
  private final Map<BenchmarkTask, Map<Integer, CellResidual>> residuals = new HashMap<>();
  private final int[] outliers;

  private OutlierTable(BenchmarkTasks benchmark) {
    this.benchmark = benchmark;
    this.outliers = new int[benchmark.models().size()];
  }

  static OutlierTable of(BenchmarkTasks benchmark) {
    OutlierTable table = new OutlierTable(benchmark);
    Map<List<String>, List<BenchmarkTask>> dataSets = new HashMap<>();
    for (BenchmarkTask task : benchmark.tasks()) {
      ComparisonResult comparison = task.comparison();
      dataSets
          .computeIfAbsent(
              List.of(comparison.datasetName(), comparison.metric(), comparison.binary() + ""),
              key -> new ArrayList<>())
          .add(task);
    }
    dataSets.values().forEach(table::fit);
    return table;
  }

  /** Cells of a model that are better than model and task explain. */
  int[] outliers() {
    return outliers;
  }

  /** The residual of a cell; null where too few cells are left to judge it by. */
  @Nullable CellResidual residual(BenchmarkTask task, int model) {
    return residuals.getOrDefault(task, Map.of()).get(model);
  }

  private void fit(List<BenchmarkTask> tasks) {
    double[][] means = new double[benchmark.models().size()][tasks.size()];
    for (int model = 0; model < means.length; model++) {
      for (int task = 0; task < tasks.size(); task++) {
        means[model][task] = level(tasks.get(task), model);
      }
    }
    for (CellResidual cell : OutlyingCells.of(means)) {
      if (cell.adjustedP() == null) {
        continue;
      }
      BenchmarkTask task = tasks.get(cell.subject());
      residuals.computeIfAbsent(task, key -> new HashMap<>()).put(cell.model(), cell);
      outliers[cell.model()] += isSuspect(cell, task) ? 1 : 0;
    }
  }

  /** Outliers on the good side: there contamination is a possible reason. */
  static boolean isSuspect(CellResidual cell, BenchmarkTask task) {
    Double residual = cell.residual();
    boolean lower = Boolean.TRUE.equals(task.comparison().lowerIsBetter());
    return cell.outlier() && residual != null && (lower ? residual < 0 : residual > 0);
  }

  private static double level(BenchmarkTask task, int model) {
    ExactMoments moments = task.moments(model);
    if (moments == null) {
      return Double.NaN;
    }
    Double mean = moments.mean();
    Double level =
        mean != null && task.comparison().binary()
            ? EmpiricalLogit.of(mean, moments.count())
            : mean;
    return level == null ? Double.NaN : level;
  }
}
