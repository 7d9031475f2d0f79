package io.evalbeam.io.evaluation.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A position in bytes that hold JSON in its plainest form: no escapes, ASCII texts, finite numbers.
 * For files of a known layout that are too large to pay for every token. A method that finds
 * anything else says so and leaves the position undefined; whoever called it then has the whole
 * value read by a parser, so nothing plain must mean what a parser would not say.
 */
public final class PlainJson {
  // Jackson's limit, so that what it rejects is not taken here.
  private static final int MAX_NUMBER_LENGTH = 1_000;

  private final byte[] bytes;
  private final int end;
  private int at;
  private double number;
  private boolean integer;

  /** The start of the first {@code end} bytes. */
  public PlainJson(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /** Offset of the next byte. */
  public int position() {
    return at;
  }

  /** Takes a punctuation mark, with blanks before it, if it is next; else only the blanks. */
  public boolean take(char mark) {
    skipBlanks();
    if (at < end && bytes[at] == mark) {
      at++;
      return true;
    }
    return false;
  }

  /**
   * Takes the name of a field and its colon, if they are next; else only the blanks.
   *
   * @param quoted the name in quotation marks
   */
  public boolean takeName(byte[] quoted) {
    skipBlanks();
    if (at + quoted.length > end
        || !Arrays.equals(bytes, at, at + quoted.length, quoted, 0, quoted.length)) {
      return false;
    }
    at += quoted.length;
    return take(':');
  }

  /** Takes bytes that are there a second time, if they are next, with no regard to their sense. */
  public boolean takeAgain(int start, int length) {
    if (at + length > end || !Arrays.equals(bytes, at, at + length, bytes, start, start + length)) {
      return false;
    }
    at += length;
    return true;
  }

  /** Takes a text; null when it is none, or not plain. */
  public @Nullable String text() {
    if (!take('"')) {
      return null;
    }
    int start = at;
    while (at < end && bytes[at] != '"') {
      if (bytes[at] < ' ' || bytes[at] == '\\') {
        return null;
      }
      at++;
    }
    return at < end ? new String(bytes, start, at++ - start, StandardCharsets.US_ASCII) : null;
  }

  /** Takes a number, which {@link #number} then has, if one is next. */
  public boolean takeNumber() {
    skipBlanks();
    int start = at;
    boolean negative = at < end && bytes[at] == '-';
    if (negative) {
      at++;
    }
    int first = at;
    long digits = digits(0);
    if (at == first || (bytes[first] == '0' && at > first + 1)) {
      return false;
    }
    int whole = at - first;
    int fraction = 0;
    if (at < end && bytes[at] == '.') {
      at++;
      int point = at;
      digits = digits(digits);
      fraction = at - point;
      if (fraction == 0) {
        return false;
      }
    }
    boolean simple = !takeExponent(start);
    integer = simple && fraction == 0;
    if (at == start || at - start > MAX_NUMBER_LENGTH) {
      return false;
    }
    if (simple && JsonNumbers.isExact(digits, whole + fraction)) {
      double value = JsonNumbers.exact(digits, fraction);
      number = negative ? -value : value;
    } else {
      number = Double.parseDouble(new String(bytes, start, at - start, StandardCharsets.US_ASCII));
    }
    return true;
  }

  /** The number taken last; infinite where it is beyond the range of a double. */
  public double number() {
    return number;
  }

  /** Whether the number taken last was written without point and exponent. */
  public boolean isInteger() {
    return integer;
  }

  /** Takes blanks; says whether nothing follows them. */
  public boolean takeEnd() {
    skipBlanks();
    return at == end;
  }

  /** Appends digits to a number that is wrong once there are more than a long can hold. */
  private long digits(long before) {
    long value = before;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      value = value * 10 + (bytes[at] - '0');
      at++;
    }
    return value;
  }

  /** Whether there is an exponent; one without digits sets the position back to the start. */
  private boolean takeExponent(int start) {
    if (at >= end || (bytes[at] != 'e' && bytes[at] != 'E')) {
      return false;
    }
    at++;
    if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
      at++;
    }
    int first = at;
    digits(0);
    if (at == first) {
      at = start;
    }
    return true;
  }

  private void skipBlanks() {
    while (at < end && isBlank(bytes[at])) {
      at++;
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
