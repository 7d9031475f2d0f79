package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.InstanceScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What one run contributes to one unit of comparison.
 *
 * @param run the run
 * @param conditions its scores, the originals first, then perturbations by name, each once
 */
public record Contribution(RunKey run, List<ConditionUnits> conditions) {
  /**
   * Puts the conditions in order.
   *
   * @throws IllegalArgumentException when a condition is there twice
   */
  public Contribution {
    conditions = conditions.stream().sorted(ConditionUnits.ORDER).toList();
    for (int i = 1; i < conditions.size(); i++) {
      if (Objects.equals(conditions.get(i - 1).perturbation(), conditions.get(i).perturbation())) {
        throw new IllegalArgumentException("a condition is there twice in run " + run.runName());
      }
    }
  }

  /**
   * The contribution of a run to one task, metric, split and sub-split.
   *
   * @param rows at least one, all of them of that run; rows without units are passed over
   * @throws IllegalArgumentException when units cannot be decoded, or a condition is there twice
   */
  public static Contribution of(RunKey run, List<CellStatistics> rows, UnitDecoder decoder) {
    List<ConditionUnits> conditions = new ArrayList<>();
    for (CellStatistics row : rows) {
      InstanceScores scores = row.scores();
      if (scores != null) {
        conditions.add(
            new ConditionUnits(
                row.perturbation(),
                row.robustness(),
                row.fairness(),
                UnitVector.decode(scores.values(), scores.keys(), scores.texts(), decoder)));
      }
    }
    return new Contribution(run, conditions);
  }
}
