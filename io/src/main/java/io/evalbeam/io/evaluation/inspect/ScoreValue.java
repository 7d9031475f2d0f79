package io.evalbeam.io.evaluation.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.schemas.issue.IssueCode;
import org.jspecify.annotations.Nullable;

/**
 * A scorer's value as a number: {@code C} correct 1, {@code P} partial 0.5, {@code I} incorrect and
 * {@code N} no answer 0, numbers, and booleans as 1 and 0. Other grades, lists and objects have no
 * scale of their own and are no scores.
 *
 * @param number null when there is none
 * @param fault why there is none although there is a value; null if nothing is wrong
 */
record ScoreValue(@Nullable Double number, @Nullable IssueCode fault) {
  static ScoreValue of(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return new ScoreValue(null, null);
    }
    Double number = number(value);
    if (number == null) {
      return new ScoreValue(null, IssueCode.TYPE_UNEXPECTED);
    }
    return Double.isFinite(number)
        ? new ScoreValue(number, null)
        : new ScoreValue(null, IssueCode.NON_FINITE_SCORE);
  }

  private static @Nullable Double number(JsonNode value) {
    if (value.isNumber()) {
      return value.doubleValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue() ? 1.0 : 0.0;
    }
    return switch (value.asText()) {
      case "C" -> 1.0;
      case "P" -> 0.5;
      case "I", "N" -> 0.0;
      default -> null;
    };
  }
}
