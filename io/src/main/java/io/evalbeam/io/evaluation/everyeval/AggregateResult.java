package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A result of an aggregate.
 *
 * @param row position in the list, from 1
 * @param id {@code evaluation_result_id}, null in older files
 * @param evaluationName {@code evaluation_name}
 * @param datasetName data set, from {@code source_data}
 * @param task what was asked: the data set, and the evaluation's name where it says more
 * @param subject part of the data set, null if the task is the whole one
 * @param metric name of the metric inside the task
 * @param traits bounds and direction as stated
 * @param unknownLevel whether a score of -1 means unknown
 * @param condition under which condition it holds
 * @param score the figure
 * @param settings how answers were generated
 */
record AggregateResult(
    int row,
    @Nullable String id,
    String evaluationName,
    String datasetName,
    String task,
    @Nullable String subject,
    String metric,
    MetricTraits traits,
    boolean unknownLevel,
    Condition condition,
    StatedScore score,
    GenerationSettings settings) {

  /**
   * Reads a result. Version 0.2 knows no metric identifiers: the metric's description stands there.
   *
   * @return null when it names neither an evaluation nor a data set
   */
  static @Nullable AggregateResult of(JsonNode result, int row) {
    String evaluation = StrictJson.text(result, "evaluation_name");
    String dataset = StrictJson.text(result.path("source_data"), "dataset_name");
    String evaluationName = evaluation == null ? dataset : evaluation;
    String datasetName = dataset == null ? evaluation : dataset;
    if (evaluationName == null || datasetName == null) {
      return null;
    }
    JsonNode config = result.path("metric_config");
    String metric = metric(config, evaluationName);
    String task = task(datasetName, evaluationName, metric);
    boolean unknownLevel = Boolean.TRUE.equals(StrictJson.truth(config, "has_unknown_level"));
    return new AggregateResult(
        row,
        StrictJson.text(result, "evaluation_result_id"),
        evaluationName,
        datasetName,
        task,
        subject(result, datasetName, task),
        metric,
        new MetricTraits(
            direction(config),
            "binary".equals(StrictJson.text(config, "score_type")),
            StrictJson.bound(config, "min_score"),
            StrictJson.bound(config, "max_score")),
        unknownLevel,
        Condition.ofResult(result),
        StatedScore.of(result, unknownLevel),
        GenerationSettings.of(result.path("generation_config")));
  }

  /** The same result under another metric name. */
  AggregateResult withMetric(String name) {
    return new AggregateResult(
        row,
        id,
        evaluationName,
        datasetName,
        task,
        subject,
        name,
        traits,
        unknownLevel,
        condition,
        score,
        settings);
  }

  private static String metric(JsonNode config, String evaluationName) {
    for (String field : new String[] {"metric_id", "metric_name", "evaluation_description"}) {
      String name = StrictJson.text(config, field);
      if (name != null && !name.isEmpty()) {
        return name;
      }
    }
    return evaluationName;
  }

  private static String task(String dataset, String evaluation, String metric) {
    if (evaluation.toLowerCase(Locale.ROOT).equals(dataset.toLowerCase(Locale.ROOT))
        || evaluation.equals(metric)) {
      return dataset;
    }
    return evaluation.startsWith(dataset + ":") ? evaluation : dataset + ":" + evaluation;
  }

  /** What is stated, else what the task says beyond the data set. */
  private static @Nullable String subject(JsonNode result, String dataset, String task) {
    JsonNode details = result.path("source_data").path("additional_details");
    String stated = StrictJson.text(details, AggregateFields.SUBJECT);
    return stated != null || task.equals(dataset) ? stated : task.substring(dataset.length() + 1);
  }

  /** A direction that is only there because the standard requires one is none. */
  private static @Nullable Boolean direction(JsonNode config) {
    String stated = StrictJson.text(config.path("additional_details"), "direction");
    return "unknown".equals(stated) ? null : StrictJson.truth(config, "lower_is_better");
  }
}
