package io.evalbeam.bench.generate.helm;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A value of a metric, exact: HELM's numbers are made of it without rounding, so that files do not
 * depend on how a Java version prints doubles.
 *
 * @param unscaled digits; the value is unscaled / 10^scale
 * @param scale digits behind the point
 * @param kind how it is written
 */
record StatValue(long unscaled, int scale, Kind kind) {
  /** How a value is written. */
  enum Kind {
    /** As an integer. */
    WHOLE,
    /** With a point. */
    REAL,
    /** Not at all: the metric has no value. */
    NONE
  }

  static final StatValue NONE = new StatValue(0, 0, Kind.NONE);

  private static final int NANO_DIGITS = 9;

  static StatValue whole(long value) {
    return new StatValue(value, 0, Kind.WHOLE);
  }

  static StatValue real(long value) {
    return new StatValue(value, 0, Kind.REAL);
  }

  static StatValue nanos(long value) {
    return new StatValue(value, NANO_DIGITS, Kind.REAL);
  }

  String sum() {
    return kind == Kind.WHOLE ? Long.toString(unscaled) : mean();
  }

  String square() {
    long square = Math.multiplyExact(unscaled, unscaled);
    return kind == Kind.WHOLE
        ? Long.toString(square)
        : withPoint(BigDecimal.valueOf(square, 2 * scale));
  }

  String mean() {
    return withPoint(BigDecimal.valueOf(unscaled, scale));
  }

  /** Mean of a sum of such values, to 16 digits. */
  BigDecimal meanOf(long sum, long count) {
    return BigDecimal.valueOf(sum, scale).divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
  }

  static String withPoint(BigDecimal value) {
    String text = value.stripTrailingZeros().toPlainString();
    return text.indexOf('.') < 0 ? text + ".0" : text;
  }
}
