package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.transforms.statistics.CellResidual;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What model and task do not explain of the cells of all benchmarks. */
public final class CellFlags {
  private final Map<List<@Nullable Object>, Flag> flags = new HashMap<>();

  CellFlags() {}

  /** Notes the residuals of a benchmark. */
  void add(BenchmarkTasks benchmark, OutlierTable outliers) {
    for (BenchmarkTask task : benchmark.tasks()) {
      ComparisonResult comparison = task.comparison();
      List<@Nullable String> entrants = task.entrants();
      for (int model = 0; model < entrants.size(); model++) {
        CellResidual residual = outliers.residual(task, model);
        if (residual != null) {
          flags.put(
              cell(
                  comparison.benchmark(),
                  comparison.task(),
                  comparison.adapterMethod(),
                  comparison.shots(),
                  comparison.metric(),
                  comparison.split(),
                  comparison.subSplit(),
                  entrants.get(model)),
              new Flag(residual, OutlierTable.isSuspect(residual, task)));
        }
      }
    }
  }

  /** A row with its residual in the additive fit, where it takes part in one. */
  public ComprehensiveStatistics flagged(ComprehensiveStatistics row) {
    Flag flag =
        row.mainMetric() && row.perturbation() == null
            ? flags.get(
                cell(
                    row.benchmark(),
                    row.task(),
                    row.adapterMethod(),
                    row.shots(),
                    row.metric(),
                    row.split(),
                    row.subSplit(),
                    new Entrant(row.modelName(), row.modelDeployment(), row.promptSettings()).id()))
            : null;
    return flag == null
        ? row
        : row.withResidual(flag.cell().residual(), flag.cell().adjustedP(), flag.suspect());
  }

  private static List<@Nullable Object> cell(@Nullable Object... parts) {
    List<@Nullable Object> cell = new ArrayList<>();
    Collections.addAll(cell, parts);
    return cell;
  }

  private record Flag(CellResidual cell, boolean suspect) {}
}
