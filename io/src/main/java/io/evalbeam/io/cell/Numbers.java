package io.evalbeam.io.cell;

import io.evalbeam.schemas.issue.IssueCode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as people write them in tables: {@code 1,234}, {@code 86.2%}, {@code 1424±5},
 * {@code 1.5e13}, {@code 7T}, {@code 2.4 × 10^25}. A point is always the decimal sign and a comma
 * always groups thousands; whatever could be meant in two ways is refused with a reason.
 */
public final class Numbers {
  private static final int MAX_LENGTH = 64;

  private static final Set<String> MISSING =
      Set.of("", "-", "--", "–", "—", "n/a", "na", "n.a.", "null", "none");

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<sign>[+-]?)"
              + "(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d*)?|\\d+(?:\\.\\d*)?|\\.\\d+)"
              + "(?:[eE](?<exponent>[+-]?\\d{1,9})|\\s*[x×*·]\\s*10\\^(?<power>[+-]?\\d{1,9}))?"
              + "(?:\\s*(?<suffix>[kKmMbBtT]|thousand|million|billion|trillion))?"
              + "(?<percent>\\s*%)?"
              + "(?:\\s*(?:±\\s*[\\d.,]+|\\(?\\+[\\d.,]+\\s*/\\s*-[\\d.,]+\\)?))?"
              + "(?<percentAfter>\\s*%)?");

  private static final Pattern POWER_OF_TEN = Pattern.compile("(?<sign>[+-]?)10\\^([+-]?\\d{1,9})");
  private static final Pattern COMMA_DECIMALS =
      Pattern.compile("[+-]?(?:\\d+,\\d+|\\d{1,3}(?:\\.\\d{3})+,\\d*)");

  private Numbers() {}

  /** Reads one cell; never fails and never guesses. */
  public static NumberReading parse(String cell) {
    String text = clean(cell);
    if (MISSING.contains(text.toLowerCase(Locale.ROOT))) {
      return new NumberReading.Missing();
    }
    if (text.length() > MAX_LENGTH) {
      return invalid("A number of at most " + MAX_LENGTH + " characters was expected.");
    }
    if (text.startsWith("=")) {
      return invalid("The cell holds a spreadsheet formula instead of its value.");
    }
    Matcher power = POWER_OF_TEN.matcher(text);
    if (power.matches()) {
      return value(power.group("sign") + "1e" + power.group(2), 0, false);
    }
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      return invalid(
          COMMA_DECIMALS.matcher(text).matches()
              ? "The comma may be a decimal sign or a separator; write 1234.5 or 1,234.5."
              : "A number was expected.");
    }
    boolean percent = number.group("percent") != null || number.group("percentAfter") != null;
    String exponent =
        number.group("exponent") != null ? number.group("exponent") : number.group("power");
    String plain =
        number.group("sign")
            + number.group("digits").replace(",", "")
            + (exponent == null ? "" : "e" + exponent);
    return value(plain, powerOf(number.group("suffix")), percent);
  }

  /** Whether a cell says that there is no value: blank, a dash, {@code N/A}, {@code null}. */
  public static boolean isMissing(String cell) {
    return MISSING.contains(cell.strip().toLowerCase(Locale.ROOT));
  }

  /** Trimmed, with one sort of minus sign and without the spaces that only group digits. */
  private static String clean(String cell) {
    return cell.strip()
        .replace('\u2212', '-')
        .replaceAll("(?<=\\d)[\u00a0\u2009\u202f](?=\\d{3}(?!\\d))", "")
        .replaceAll("[\u00a0\u2009\u202f]", " ")
        .strip();
  }

  private static int powerOf(@Nullable String suffix) {
    if (suffix == null) {
      return 0;
    }
    return switch (Character.toLowerCase(suffix.charAt(0))) {
      case 'k' -> 3;
      case 'm' -> 6;
      case 'b' -> 9;
      default -> suffix.equals("thousand") ? 3 : 12;
    };
  }

  private static NumberReading value(String plain, int powerOfTen, boolean percent) {
    BigDecimal exact;
    try {
      exact = new BigDecimal(plain).scaleByPowerOfTen(powerOfTen);
    } catch (ArithmeticException | NumberFormatException e) {
      return outOfRange();
    }
    double value = exact.doubleValue();
    if (Double.isInfinite(value) || (value == 0 && exact.signum() != 0)) {
      return outOfRange();
    }
    return new NumberReading.Value(value == 0 ? 0.0 : value, percent);
  }

  private static NumberReading invalid(String reason) {
    return new NumberReading.Invalid(IssueCode.NUMBER_INVALID, reason);
  }

  private static NumberReading outOfRange() {
    return new NumberReading.Invalid(
        IssueCode.NUMBER_OUT_OF_RANGE, "The number is too large or too small for a double.");
  }
}
