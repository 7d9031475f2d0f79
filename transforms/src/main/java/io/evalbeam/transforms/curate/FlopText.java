package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.tracking.DecimalText;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Large numbers as text: {@code 3.80e+25}, and back. */
public final class FlopText {
  private static final int FRACTION_DIGITS = 2;

  private FlopText() {}

  /** Three digits, rounded half to even on the exact binary value: {@code 3.80e+25}. */
  public static String threeDigits(double value) {
    return DecimalText.scientific(value, FRACTION_DIGITS);
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
