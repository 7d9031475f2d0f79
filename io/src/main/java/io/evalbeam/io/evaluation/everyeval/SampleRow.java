package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A usable row of a samples file.
 *
 * @param json the row
 * @param result the result it is part of
 * @param dangling whether it names another one that is not there
 * @param sampleId as found
 * @param condition what row, result and data set say, in this order
 * @param trial from 0
 */
record SampleRow(
    JsonNode json,
    AggregateResult result,
    boolean dangling,
    String sampleId,
    Condition condition,
    int trial) {

  static SampleRow of(JsonNode json, RowRouting.Route route, AggregateResult result, String id) {
    JsonNode metadata = json.path("metadata");
    Condition own = Condition.ofDetails(metadata);
    Condition common = result.condition();
    Integer trial = StrictJson.smallCount(metadata, SampleFields.TRIAL);
    return new SampleRow(
        json,
        result,
        route.dangling(),
        id,
        new Condition(
            own.split() == null ? common.split() : own.split(),
            own.subSplit() == null ? common.subSplit() : own.subSplit(),
            own.perturbation() == null ? common.perturbation() : own.perturbation()),
        trial == null ? 0 : trial);
  }

  /** What the row's response is known by. */
  long key() {
    return ScoreTable.key(sampleId, condition.perturbation(), trial);
  }

  /** The score, null if there is none; older files write truth values. */
  @Nullable Double score() {
    JsonNode evaluation = json.path("evaluation");
    JsonNode score = evaluation.get("score");
    if (score != null && score.isBoolean()) {
      return score.booleanValue() ? 1.0 : 0.0;
    }
    return isUnknown() ? null : StrictJson.number(evaluation, "score");
  }

  /** Whether the score is the level that stands for "unknown". */
  boolean isUnknown() {
    Double score = StrictJson.number(json.path("evaluation"), "score");
    return result.unknownLevel() && score != null && score == StatedScore.UNKNOWN_LEVEL;
  }

  /** Whether the answer is called correct; follows from the score where nothing is said. */
  boolean isCorrect(@Nullable Double score) {
    Boolean stated = StrictJson.truth(json.path("evaluation"), "is_correct");
    return stated == null ? score != null && result.traits().isBest(score) : stated;
  }
}
