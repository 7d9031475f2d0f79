package io.evalbeam.io.cell;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lenient number rule of the original tracker, kept for reproducing its results: the first run
 * of digits in a cell is its number, so {@code Elo-9} reads as -9 and {@code 2e6} as 2.
 */
public final class TrackerNumbers {
  private static final Set<String> MISSING = Set.of("", "nan", "null", "none", "-", "n/a");

  // Digits and white space of every script count, as they do in the original.
  private static final Pattern IGNORED =
      Pattern.compile(
          "[,\\s\\x1c-\\x1f]|\\+(?=\\d)|%[\\s\\x1c-\\x1f]*$", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern FIRST_NUMBER =
      Pattern.compile("-?\\d+\\.?\\d*", Pattern.UNICODE_CHARACTER_CLASS);

  private TrackerNumbers() {}

  /** The number of a cell, null when there is none. */
  public static @Nullable Double parse(String cell) {
    String text = cell.strip();
    if (MISSING.contains(text.toLowerCase(Locale.ROOT))) {
      return null;
    }
    Matcher number = FIRST_NUMBER.matcher(IGNORED.matcher(text).replaceAll(""));
    return number.find() ? Double.valueOf(asciiDigits(number.group())) : null;
  }

  private static String asciiDigits(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> ascii.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return ascii.toString();
  }
}
