package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/**
 * Under which condition something was scored, as far as a result or a row says it.
 *
 * @param split null if not stated
 * @param subSplit null if not stated
 * @param perturbation null for originals
 */
record Condition(@Nullable String split, @Nullable String subSplit, @Nullable String perturbation) {

  /** The condition of a result: its details, else the split of its data set. */
  static Condition ofResult(JsonNode result) {
    JsonNode details = result.path("score_details").path("details");
    Condition stated = ofDetails(details);
    return stated.split == null
        ? new Condition(
            StrictJson.text(result.path("source_data"), "hf_split"),
            stated.subSplit,
            stated.perturbation)
        : stated;
  }

  /** The condition in a map of details; a missing map states none. */
  static Condition ofDetails(@Nullable JsonNode details) {
    JsonNode map = details == null ? MissingNode.getInstance() : details;
    return new Condition(
        StrictJson.text(map, SampleFields.SPLIT),
        StrictJson.text(map, SampleFields.SUB_SPLIT),
        StrictJson.text(map, SampleFields.PERTURBATION));
  }
}
