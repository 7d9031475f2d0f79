package io.evalbeam.io.evaluation.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of a stream in bounded memory. Only LF ends a line: texts may hold other separators. */
public final class JsonLines {
  private final InputStream in;
  private final int maxBytes;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private byte[] line = new byte[1 << 13];
  private long number;

  /**
   * Lines of a stream, which stays open.
   *
   * @param maxBytes most bytes of a line that are kept
   */
  public JsonLines(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /**
   * A line.
   *
   * @param number from 1
   * @param bytes valid until the next line is asked for; cut at the limit
   * @param length number of valid bytes
   * @param tooLong whether the line exceeds the limit
   */
  @SuppressWarnings("ArrayRecordComponent") // a view on the reader's buffer, never compared
  public record Line(long number, byte[] bytes, int length, boolean tooLong) {

    /** Whether the line holds nothing but blanks. */
    public boolean isBlank() {
      for (int i = 0; i < length; i++) {
        if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
          return false;
        }
      }
      return !tooLong;
    }
  }

  /** The next line, null at the end. */
  public @Nullable Line next() throws IOException {
    int length = 0;
    boolean tooLong = false;
    boolean any = false;
    while (fill()) {
      any = true;
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      int kept = Math.min(end - position, maxBytes - length);
      tooLong |= kept < end - position;
      append(length, kept);
      length += kept;
      boolean ended = end < limit;
      position = ended ? end + 1 : end;
      if (ended) {
        break;
      }
    }
    return any ? new Line(++number, line, length, tooLong) : null;
  }

  private boolean fill() throws IOException {
    if (position < limit) {
      return true;
    }
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  private void append(int length, int count) {
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.min(maxBytes, Math.max(length + count, 2 * line.length)));
    }
    System.arraycopy(buffer, position, line, length, count);
  }
}
