package io.evalbeam.io.evaluation.everyeval;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a file as bytes, one at a time. A line beyond the limit is skipped, not kept. */
final class JsonLines {
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final int maxBytes;
  private final byte[] chunk = new byte[CHUNK];
  private int position;
  private int limit;
  private byte[] line = new byte[CHUNK];
  private int length;
  private long number;
  private boolean tooLong;

  JsonLines(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** Goes to the next line that is not blank; false at the end of the file. */
  boolean next() throws IOException {
    do {
      if (!readLine()) {
        return false;
      }
    } while (!tooLong && isBlank());
    return true;
  }

  /** The bytes of the line, valid up to {@link #length} until the next call. */
  byte[] bytes() {
    return line;
  }

  /** Length of the line in bytes. */
  int length() {
    return length;
  }

  /** Number of the line in the file, from 1. */
  long number() {
    return number;
  }

  /** Whether the line is beyond the limit, so that its bytes are not complete. */
  boolean tooLong() {
    return tooLong;
  }

  private boolean readLine() throws IOException {
    length = 0;
    tooLong = false;
    if (position == limit && !fill()) {
      return false;
    }
    number++;
    do {
      int end = position;
      while (end < limit && chunk[end] != '\n') {
        end++;
      }
      append(end);
      if (end < limit) {
        position = end + 1;
        return true;
      }
    } while (fill());
    return true;
  }

  private void append(int end) {
    int count = end - position;
    tooLong |= length + (long) count > maxBytes;
    if (!tooLong) {
      if (length + count > line.length) {
        line = Arrays.copyOf(line, Math.max(length + count, Math.min(2 * line.length, maxBytes)));
      }
      System.arraycopy(chunk, position, line, length, count);
      length += count;
    }
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(chunk, 0, CHUNK));
    return limit > 0;
  }

  private boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
