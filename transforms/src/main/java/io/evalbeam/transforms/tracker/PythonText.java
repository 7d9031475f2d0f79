package io.evalbeam.transforms.tracker;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text operations with the meaning they have in Python, in which the rules were written. */
final class PythonText {
  /** White space of {@code str.strip} and {@code \s}: Java's Unicode set lacks the separators. */
  static final String SPACE = "[\\s\\x1c-\\x1f]";

  private static final Pattern OUTER_SPACE = pattern("^" + SPACE + "+|" + SPACE + "+\\z");

  private PythonText() {}

  /** A pattern with Unicode digits and spaces, where {@code $} knows the line feed only. */
  static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNIX_LINES);
  }

  static String strip(String text) {
    return OUTER_SPACE.matcher(text).replaceAll("");
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Decimal digits of any script as ASCII, as {@code float} reads them. */
  static String asciiDigits(String text) {
    StringBuilder ascii = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> ascii.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return ascii.toString();
  }
}
