package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.transforms.evaluation.CellState;
import io.evalbeam.transforms.statistics.DetectableDifference;
import io.evalbeam.transforms.statistics.Interval;
import io.evalbeam.transforms.statistics.WilsonInterval;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes published rows of merged states. */
final class StatisticsRows {
  private final GradedIntervals graded;

  StatisticsRows(GradedIntervals graded) {
    this.graded = graded;
  }

  /**
   * The row of one cell.
   *
   * @param runs rows of the runs that count, at least one, with disjoint instances
   */
  ComprehensiveStatistics of(List<CellStatistics> runs) {
    CellState state = CellState.empty();
    TreeSet<String> groups = new TreeSet<>();
    for (CellStatistics run : runs) {
      state = state.merge(CellState.fromBytes(run.state()));
      groups.addAll(run.groups());
    }
    CellStatistics first = runs.get(0);
    Double mean = state.mean();
    Double sd = state.sd();
    Double se = sd == null ? null : sd / Math.sqrt((double) state.n());
    boolean binary = state.isBinary();
    Interval interval = interval(first, state, mean, se, binary);
    return new ComprehensiveStatistics(
        first.source(),
        first.benchmark(),
        first.task(),
        first.datasetName(),
        first.subject(),
        first.modelId(),
        first.modelName(),
        first.modelDeployment(),
        first.modelFamily(),
        first.developer(),
        List.copyOf(groups),
        first.adapterMethod(),
        first.shots(),
        first.promptSettings(),
        first.metric(),
        first.mainMetric(),
        first.lowerIsBetter(),
        first.split(),
        first.publishedSplit(),
        first.subSplit(),
        first.perturbation(),
        runs.size(),
        state.trials(),
        state.n(),
        state.missing(),
        mean,
        sd,
        se,
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        interval == null ? null : binary ? "wilson" : graded.method(),
        detectable(state, mean, sd, binary),
        state.meanOfTrialMeans(),
        state.min(),
        state.max(),
        state.quantile(5),
        state.quantile(25),
        state.quantile(50),
        state.quantile(75),
        state.quantile(95),
        accuracy(runs, state),
        state.withinVariance(),
        state.betweenVariance(),
        null,
        null,
        null);
  }

  private @Nullable Interval interval(
      CellStatistics first,
      CellState state,
      @Nullable Double mean,
      @Nullable Double se,
      boolean binary) {
    if (mean == null) {
      return null;
    }
    return binary
        ? WilsonInterval.of(mean, state.n())
        : graded.of(
            state,
            mean,
            se,
            String.join(
                "\n",
                first.benchmark(),
                first.task(),
                Entrant.of(first).id(),
                first.metric(),
                String.valueOf(first.split()),
                String.valueOf(first.subSplit()),
                String.valueOf(first.perturbation())));
  }

  /** None where no spread was seen: that does not mean that any difference could be shown. */
  private static @Nullable Double detectable(
      CellState state, @Nullable Double mean, @Nullable Double sd, boolean binary) {
    Double difference =
        binary && mean != null
            ? DetectableDifference.independentProportions(mean, state.n())
            : DetectableDifference.independent(sd, state.n());
    return difference == null || difference == 0 ? null : difference;
  }

  private static @Nullable Double accuracy(List<CellStatistics> runs, CellState state) {
    Long right = state.count(1);
    return runs.get(0).accuracy() == null || right == null
        ? null
        : Double.valueOf((double) right / state.n());
  }
}
