package io.evalbeam.bench.generate.helm;

import java.math.BigDecimal;

/**
 * What a model answered to a question.
 *
 * @param question what was asked
 * @param chosen index of the option it chose
 * @param promptTokens length of the prompt
 * @param runtimeNanos time the request took
 */
record HelmResponse(HelmQuestion question, int chosen, int promptTokens, long runtimeNanos) {
  private static final int NANO_DIGITS = 9;

  boolean isRight() {
    return chosen == question.right();
  }

  /** Time in seconds as text. */
  String seconds() {
    return StatValue.withPoint(BigDecimal.valueOf(runtimeNanos, NANO_DIGITS));
  }
}
