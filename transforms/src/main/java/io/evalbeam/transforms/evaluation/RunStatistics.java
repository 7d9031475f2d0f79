package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.MainMetric;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of one run: a cell for every metric and condition, where splits, sub-splits and
 * perturbed copies are conditions of their own. Scores of trials are averaged per instance before
 * anything else. Not thread-safe.
 */
public final class RunStatistics {
  private final EvaluationRun run;
  private final CellRows rows;
  private final Map<Condition, ConditionScores> conditions = new HashMap<>();
  private final TreeMap<String, Integer> columnByMetric = new TreeMap<>();

  /** Metrics by their position in the last response, and their columns: mostly the same again. */
  private final List<String> lastNames = new ArrayList<>();

  private final List<Integer> lastColumns = new ArrayList<>();

  /**
   * Statistics without responses.
   *
   * @param run whose responses will come
   * @param binaryMetric whether single scores of a metric are 0 or 1, beside the main metric
   * @param lowerIsBetter direction of a metric, null if unknown; the main metric brings its own
   */
  public RunStatistics(
      EvaluationRun run,
      Predicate<String> binaryMetric,
      Function<String, @Nullable Boolean> lowerIsBetter) {
    this.run = run;
    this.rows = new CellRows(run, binaryMetric, lowerIsBetter);
  }

  /**
   * Adds a response, in any order.
   *
   * @return false when the instance has this trial under this condition already: then the response
   *     does not count
   * @throws IllegalArgumentException when the trial is negative
   */
  public boolean add(Response response) {
    if (response.trial() < 0) {
      throw new IllegalArgumentException("trials are counted from 0: " + response.trial());
    }
    ConditionScores scores =
        conditions.computeIfAbsent(Condition.of(response), condition -> new ConditionScores());
    long text = run.mainMetric() == null ? 0 : QuestionTexts.hash(response);
    int row = scores.addRow(response.instanceKey(), response.trial(), text);
    if (row < 0) {
      return false;
    }
    Perturbation perturbation = response.perturbation();
    if (perturbation != null) {
      scores.describe(perturbation.robustness(), perturbation.fairness());
    }
    MetricValues metrics = response.metrics();
    for (int i = 0; i < metrics.size(); i++) {
      if (metrics.isPresent(i)) {
        scores.set(row, column(i, metrics.name(i)), metrics.value(i));
      }
    }
    return true;
  }

  /**
   * A row for every metric that has a value anywhere in the run and every condition, sorted by the
   * key of the table, null first. An instance without a value is missing, never 0.
   */
  public List<CellStatistics> finish() {
    String mainMetric = mainMetric();
    TreeMap<Condition, ConditionScores> sorted = new TreeMap<>(conditions);
    List<CellStatistics> result = new ArrayList<>();
    columnByMetric.forEach(
        (metric, column) ->
            sorted.forEach(
                (condition, scores) ->
                    result.add(
                        rows.row(metric, metric.equals(mainMetric), condition, scores, column))));
    return result;
  }

  /** The metric the task is published with: the first of the two that occurs; null if none does. */
  private @Nullable String mainMetric() {
    MainMetric main = run.mainMetric();
    if (main == null || columnByMetric.containsKey(main.metric())) {
      return main == null ? null : main.metric();
    }
    String fallback = main.fallback();
    return fallback != null && columnByMetric.containsKey(fallback) ? fallback : null;
  }

  private int column(int position, String name) {
    while (lastNames.size() <= position) {
      lastNames.add("");
      lastColumns.add(-1);
    }
    if (lastColumns.get(position) < 0 || !lastNames.get(position).equals(name)) {
      lastNames.set(position, name);
      lastColumns.set(position, columnByMetric.computeIfAbsent(name, key -> columnByMetric.size()));
    }
    return lastColumns.get(position);
  }
}
