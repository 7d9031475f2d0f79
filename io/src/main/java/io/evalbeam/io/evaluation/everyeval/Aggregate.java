package io.evalbeam.io.evaluation.everyeval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregate file states.
 *
 * @param evaluationId {@code evaluation_id}
 * @param modelId {@code model_info.id}, as samples repeat it; the name where there is no id
 * @param modelName the model as found: the id, or the name where the id has no known developer
 * @param modelDeployment where the model was served, null if not stated
 * @param evaluatedAt {@code evaluation_timestamp} in epoch seconds, null if not stated so
 * @param retrievedAt {@code retrieved_timestamp} as stated, null if not stated
 * @param results at least one
 * @param samples what is said about the samples file, null if nothing is
 */
record Aggregate(
    String evaluationId,
    String modelId,
    String modelName,
    @Nullable String modelDeployment,
    @Nullable Long evaluatedAt,
    @Nullable String retrievedAt,
    List<AggregateResult> results,
    @Nullable DeclaredSamples samples) {

  Aggregate {
    results = List.copyOf(results);
  }

  /**
   * What an aggregate says about its samples file.
   *
   * @param sha256 checksum, null if there is none of this kind
   * @param rows number of rows, null if not stated
   */
  record DeclaredSamples(@Nullable String sha256, @Nullable Long rows) {}

  /** Names of the tasks in order of their first result. */
  List<String> tasks() {
    return results.stream().map(AggregateResult::task).distinct().toList();
  }

  /** The results of a task in order. */
  List<AggregateResult> resultsOf(String task) {
    return results.stream().filter(r -> r.task().equals(task)).toList();
  }
}
