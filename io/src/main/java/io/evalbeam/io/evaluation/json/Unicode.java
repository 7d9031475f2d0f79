package io.evalbeam.io.evaluation.json;

/** Text as it can be stored in UTF-8, and blanks as Python sees them. */
public final class Unicode {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char NEXT_LINE = '\u0085';

  private Unicode() {}

  /**
   * The text with U+FFFD in place of unpaired surrogates and U+0000, which JSON can hold and UTF-8
   * or databases cannot. The same object when nothing was to mend.
   */
  public static String repair(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return repairFrom(text, i);
      }
    }
    return text;
  }

  private static String repairFrom(String text, int start) {
    StringBuilder repaired = null;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        repaired = repaired == null ? new StringBuilder(text) : repaired;
        repaired.setCharAt(i, REPLACEMENT);
      }
    }
    return repaired == null ? text : repaired.toString();
  }

  /** The text without blanks at both ends, by Python's definition of a blank. */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  // Java's own strip keeps no-break spaces and U+0085, Python's does not.
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == NEXT_LINE;
  }
}
