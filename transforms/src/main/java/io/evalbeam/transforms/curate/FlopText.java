package io.evalbeam.transforms.curate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Large numbers as text: {@code 3.80e+25}, and back. */
public final class FlopText {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private FlopText() {}

  /** Three digits, rounded half to even on the exact binary value: {@code 3.80e+25}. */
  public static String threeDigits(double value) {
    BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
    if (rounded.signum() == 0) {
      return "0.00e+00";
    }
    String digits = rounded.unscaledValue().abs().toString();
    int exponent = rounded.precision() - rounded.scale() - 1;
    digits = digits.length() < 3 ? digits + "0".repeat(3 - digits.length()) : digits;
    return String.format(
        Locale.ROOT,
        "%s%s.%se%s%02d",
        rounded.signum() < 0 ? "-" : "",
        digits.charAt(0),
        digits.substring(1, 3),
        exponent < 0 ? "-" : "+",
        Math.abs(exponent));
  }

  /** Shortest text: {@code 1e25}, {@code 2.5e24}. */
  public static String shortest(double value) {
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    String digits = exact.unscaledValue().toString();
    int exponent = exact.precision() - exact.scale() - 1;
    return digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + "e"
        + exponent;
  }

  /** A count as tables with gaps write it: {@code 671000000000.0}. */
  public static String count(double value) {
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    return exact.scale() <= 0 ? exact.toPlainString() + ".0" : exact.toPlainString();
  }

  /** The finite number a cell holds; null when it is blank or no number. */
  public static @Nullable Double parse(String cell) {
    String text = cell.strip();
    // Double.valueOf also takes 1d, 0x1p3, NaN and Infinity, which no table means.
    if (!text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?")) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? null : value;
  }

  /** Whether two cells are one number to three digits, or else the same text. */
  public static boolean same(String one, String other) {
    Double a = parse(one);
    Double b = parse(other);
    if (a == null || b == null) {
      return Objects.equals(one, other);
    }
    return threeDigits(a).equals(threeDigits(b));
  }
}
