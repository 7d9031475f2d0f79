package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.InstanceScores;
import io.evalbeam.schemas.evaluation.MainMetric;
import io.evalbeam.schemas.evaluation.RunHeader;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the rows of a run's cells. */
final class CellRows {
  private final EvaluationRun run;
  private final Predicate<String> binaryMetric;
  private final Function<String, @Nullable Boolean> lowerIsBetter;

  CellRows(
      EvaluationRun run,
      Predicate<String> binaryMetric,
      Function<String, @Nullable Boolean> lowerIsBetter) {
    this.run = run;
    this.binaryMetric = binaryMetric;
    this.lowerIsBetter = lowerIsBetter;
  }

  /** The row of a cell; units are for the main metric only. */
  @SuppressWarnings("NullAway") // it does not see that the arrays of a compiled record may be null
  CellStatistics row(
      String metric,
      boolean isMainMetric,
      Condition condition,
      ConditionScores scores,
      int column) {
    CellAccumulator cell = new CellAccumulator(scores.size());
    double[] instanceScores = scores.average(column, cell);
    CellState state = cell.toState();
    UnitVector units = isMainMetric ? units(scores, instanceScores) : null;
    RunHeader header = run.header();
    return new CellStatistics(
        header.source(),
        header.release(),
        header.suite(),
        header.benchmark(),
        header.task(),
        header.datasetName(),
        header.subject(),
        header.groups(),
        run.model().modelId(),
        header.modelName(),
        header.modelDeployment(),
        run.model().family(),
        run.model().developer(),
        header.adapterMethod(),
        header.shots(),
        header.promptSettings(),
        header.runName(),
        run.runHash(),
        metric,
        isMainMetric,
        direction(metric, isMainMetric),
        condition.split(),
        isPublished(condition.split()),
        condition.subSplit(),
        condition.perturbation(),
        scores.robustness(),
        scores.fairness(),
        state.n(),
        state.missing(),
        state.trials(),
        state.mean(),
        state.sd(),
        state.min(),
        state.max(),
        isBinary(metric, isMainMetric) ? accuracy(state) : null,
        state.quantile(5),
        state.quantile(25),
        state.quantile(50),
        state.quantile(75),
        state.quantile(95),
        state.toBytes(),
        units == null
            ? null
            : new InstanceScores(units.units(), units.unitKeys(), units.unitTexts()));
  }

  private static UnitVector units(ConditionScores scores, double[] instanceScores) {
    InstanceSet instances = scores.instanceSet();
    return UnitVector.of(
        instances, scores.inOrder(instances, instanceScores), scores.questionTexts(instances));
  }

  private @Nullable Boolean direction(String metric, boolean isMainMetric) {
    MainMetric main = run.mainMetric();
    Boolean own = (isMainMetric && main != null) ? main.lowerIsBetter() : null;
    return own == null ? lowerIsBetter.apply(metric) : own;
  }

  private boolean isBinary(String metric, boolean isMainMetric) {
    MainMetric main = run.mainMetric();
    return (isMainMetric && main != null && main.binary()) || binaryMetric.test(metric);
  }

  /** Without a published split in the schema every split is published. */
  private boolean isPublished(@Nullable String split) {
    MainMetric main = run.mainMetric();
    return main == null || main.split() == null || main.split().equals(split);
  }

  private static @Nullable Double accuracy(CellState state) {
    Long right = state.count(1.0);
    return right == null || state.n() == 0 ? null : Double.valueOf((double) right / state.n());
  }
}
