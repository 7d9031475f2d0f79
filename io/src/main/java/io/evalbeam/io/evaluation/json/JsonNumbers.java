package io.evalbeam.io.evaluation.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Numbers of a token stream as doubles, correctly rounded. */
public final class JsonNumbers {
  // Integers up to here and powers of ten up to 22 are exact doubles, so one division rounds once
  // (W. D. Clinger, "How to read floating point numbers accurately", PLDI 1990).
  private static final long EXACT_INTEGERS = 1L << 53;
  private static final int MAX_DIGITS = 18;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18
  };

  private JsonNumbers() {}

  /** Whether a token is a number; NaN and Infinity are. */
  public static boolean isNumber(JsonToken token) {
    return token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT;
  }

  /** Value of the current token, which is a number; NaN or infinite where the text says so. */
  public static double read(JsonParser parser) throws IOException {
    char[] text = parser.getTextCharacters();
    int start = parser.getTextOffset();
    int end = start + parser.getTextLength();
    boolean negative = text[start] == '-';
    long digits = 0;
    int read = 0;
    int fraction = 0;
    boolean inFraction = false;
    for (int i = negative ? start + 1 : start; i < end; i++) {
      char c = text[i];
      if (c == '.') {
        inFraction = true;
        continue;
      }
      int digit = c - '0';
      if (digit < 0 || digit > 9 || ++read > MAX_DIGITS) {
        return parser.getDoubleValue();
      }
      digits = digits * 10 + digit;
      if (inFraction) {
        fraction++;
      }
    }
    if (!isExact(digits, read)) {
      return parser.getDoubleValue();
    }
    double value = exact(digits, fraction);
    return negative ? -value : value;
  }

  /** Whether digits, of which there are so many, and any power of ten among them are doubles. */
  static boolean isExact(long digits, int length) {
    return length <= MAX_DIGITS && digits <= EXACT_INTEGERS;
  }

  /** Value of exact digits, of which some are behind the point. */
  static double exact(long digits, int fraction) {
    return fraction == 0 ? digits : digits / POWERS[fraction];
  }
}
