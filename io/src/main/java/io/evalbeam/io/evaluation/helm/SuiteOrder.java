package io.evalbeam.io.evaluation.helm;

import org.jspecify.annotations.Nullable;

/**
 * Names of suites as text whose plain order is the natural one: {@code v1.9.0} before {@code
 * v1.10.0}.
 */
final class SuiteOrder {
  private SuiteOrder() {}

  /**
   * Precedence of a run.
   *
   * @param suite suite it lies in, null if unknown
   * @param releaseSuite suite the release takes it from, null without a release; a run from there
   *     precedes all others
   */
  static String precedence(@Nullable String suite, @Nullable String releaseSuite) {
    String rank = suite != null && suite.equals(releaseSuite) ? "1" : "0";
    return suite == null ? rank : rank + natural(suite);
  }

  /** Each number with its length in front, three digits wide, and without leading zeros. */
  static String natural(String name) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < name.length()) {
      if (!isDigit(name.charAt(i))) {
        text.append(name.charAt(i++));
        continue;
      }
      int start = i;
      while (i < name.length() && isDigit(name.charAt(i))) {
        i++;
      }
      while (start < i - 1 && name.charAt(start) == '0') {
        start++;
      }
      String length = Integer.toString(i - start);
      text.append("0".repeat(Math.max(0, 3 - length.length()))).append(length);
      text.append(name, start, i);
    }
    return text.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
