package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.schemas.evaluation.ReportedStatus;
import org.jspecify.annotations.Nullable;

/**
 * The figure of a result.
 *
 * @param status what it is
 * @param value finite; null unless the status is OK
 * @param standardError null if not stated
 * @param n samples behind it, null if not stated
 */
record StatedScore(
    ReportedStatus status,
    @Nullable Double value,
    @Nullable Double standardError,
    @Nullable Long n) {

  /** Score that stands for "unknown" where a metric has such a level. */
  static final double UNKNOWN_LEVEL = -1;

  /** Reads {@code score_details}; version 0.2 may state the error as a number of its own. */
  static StatedScore of(JsonNode result, boolean unknownLevel) {
    JsonNode details = result.path("score_details");
    JsonNode uncertainty = details.path("uncertainty");
    ReportedStatus status = status(details.get("score"), unknownLevel);
    Double error = StrictJson.number(uncertainty.path("standard_error"), "value");
    Long n = StrictJson.count(uncertainty, "num_samples");
    return new StatedScore(
        status,
        status == ReportedStatus.OK ? StrictJson.number(details, "score") : null,
        error == null ? StrictJson.number(uncertainty, "standard_error") : error,
        n == null ? StrictJson.count(result.path("source_data"), "samples_number") : n);
  }

  private static ReportedStatus status(@Nullable JsonNode score, boolean unknownLevel) {
    if (score == null || score.isNull()) {
      return ReportedStatus.MISSING;
    }
    if (!score.isNumber()) {
      return ReportedStatus.NON_NUMERIC;
    }
    if (!Double.isFinite(score.doubleValue())) {
      return ReportedStatus.NON_FINITE;
    }
    return unknownLevel && score.doubleValue() == UNKNOWN_LEVEL
        ? ReportedStatus.MISSING
        : ReportedStatus.OK;
  }
}
