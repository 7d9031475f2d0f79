package io.evalbeam.schemas.tracking;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as text, the same on every platform and in every locale. Rounding is half-even on the
 * exact binary value, which is what C's {@code printf} and its descendants do and {@link
 * String#format} does not.
 */
public final class DecimalText {
  private static final int MAX_SIGNIFICANT_DIGITS = 17;
  private static final int MAX_PLAIN_EXPONENT = 16;
  private static final int MIN_PLAIN_EXPONENT = -4;

  private DecimalText() {}

  /**
   * Scientific notation with a signed exponent of at least two digits: {@code 5.96e+25}.
   *
   * @param value finite
   * @param fractionDigits digits after the point, at least 1
   */
  public static String scientific(double value, int fractionDigits) {
    BigDecimal rounded = round(value, fractionDigits + 1);
    if (rounded.signum() == 0) {
      return "0." + "0".repeat(fractionDigits) + "e+00";
    }
    String digits = rounded.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - rounded.scale();
    return sign(rounded)
        + digits.charAt(0)
        + "."
        + (digits + "0".repeat(fractionDigits)).substring(1, fractionDigits + 1)
        + exponent(exponent);
  }

  /** The value that {@link #scientific} writes. */
  public static double rounded(double value, int fractionDigits) {
    return round(value, fractionDigits + 1).doubleValue();
  }

  /** Without digits after the point: 2.5 becomes {@code 2}, 3.5 becomes {@code 4}. */
  public static String whole(double value) {
    return new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** With a comma between groups of three digits: {@code 1,760,000,000,000}. */
  public static String grouped(BigInteger value) {
    StringBuilder text = new StringBuilder(value.abs().toString());
    for (int i = text.length() - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return (value.signum() < 0 ? "-" : "") + text;
  }

  /**
   * The shortest decimal that reads back as the same double, with at least one digit after the
   * point; scientific from 1e16 on and below 1e-4.
   *
   * @param value finite
   */
  public static String shortest(double value) {
    if (value == 0) {
      return "0.0";
    }
    BigDecimal exact = shortestDecimal(value);
    String digits = exact.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - exact.scale();
    if (exponent < MIN_PLAIN_EXPONENT || exponent >= MAX_PLAIN_EXPONENT) {
      String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
      return sign(exact) + digits.charAt(0) + fraction + exponent(exponent);
    }
    return exact.setScale(Math.max(1, exact.scale()), RoundingMode.UNNECESSARY).toPlainString();
  }

  private static BigDecimal shortestDecimal(double value) {
    for (int digits = 1; digits < MAX_SIGNIFICANT_DIGITS; digits++) {
      BigDecimal candidate = round(value, digits);
      if (candidate.doubleValue() == value) {
        return candidate.stripTrailingZeros();
      }
    }
    return round(value, MAX_SIGNIFICANT_DIGITS).stripTrailingZeros();
  }

  private static BigDecimal round(double value, int significantDigits) {
    return new BigDecimal(value).round(new MathContext(significantDigits, RoundingMode.HALF_EVEN));
  }

  private static String sign(BigDecimal value) {
    return value.signum() < 0 ? "-" : "";
  }

  private static String exponent(int exponent) {
    String digits = Integer.toString(Math.abs(exponent));
    return "e" + (exponent < 0 ? "-" : "+") + (digits.length() < 2 ? "0" : "") + digits;
  }
}
