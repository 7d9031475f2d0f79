package io.evalbeam.io.source;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Cuts CSV text into records without holding more than one of them. A quote that is never closed
 * costs its own line only: reading goes on behind it.
 */
final class CsvRecords {
  /** What was cut off. */
  enum Kind {
    RECORD,
    UNTERMINATED,
    TOO_LONG
  }

  /**
   * A piece of the text.
   *
   * @param text without the line end; the beginning when too long
   * @param line where it starts, from 1
   */
  record Piece(Kind kind, String text, long line) {}

  private enum State {
    CELL_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED
  }

  private static final int END = -1;
  private static final int EXCERPT = 200;

  private final Reader in;
  private final char delimiter;
  private final int maxCharacters;
  private final char[] buffer = new char[1 << 14];
  private int position;
  private int limit;
  private String pushedBack = "";
  private int pushedPosition;
  private long line = 1;

  CsvRecords(Reader in, char delimiter, int maxCharacters) {
    this.in = in;
    this.delimiter = delimiter;
    this.maxCharacters = maxCharacters;
  }

  /** The next piece, null at the end. */
  @Nullable Piece next() throws IOException {
    StringBuilder text = new StringBuilder();
    long start = line;
    int firstLineEnd = -1;
    State state = State.CELL_START;
    while (true) {
      int c = read();
      if (c == END) {
        if (state == State.QUOTED) {
          return unterminated(text, firstLineEnd, start);
        }
        return text.length() == 0 ? null : new Piece(Kind.RECORD, text.toString(), start);
      }
      if (isLineEnd(c)) {
        boolean pair = c == '\r' && peek() == '\n';
        if (pair) {
          read();
        }
        line++;
        if (state != State.QUOTED) {
          return new Piece(Kind.RECORD, text.toString(), start);
        }
        firstLineEnd = firstLineEnd < 0 ? text.length() : firstLineEnd;
        c = '\n';
      }
      if (firstLineEnd >= 0 && isJunkBehindQuote(state, (char) c)) {
        text.append((char) c);
        return unterminated(text, firstLineEnd, start);
      }
      state = after(state, (char) c);
      text.append((char) c);
      if (text.length() > maxCharacters) {
        return firstLineEnd < 0 ? tooLong(text, start) : unterminated(text, firstLineEnd, start);
      }
    }
  }

  /** A quote that closes before ordinary text belongs to a later row. */
  private boolean isJunkBehindQuote(State state, char c) {
    return state == State.QUOTE_IN_QUOTED
        && c != '"'
        && c != delimiter
        && !Character.isWhitespace(c);
  }

  private State after(State state, char c) {
    return switch (state) {
      case CELL_START -> c == '"' ? State.QUOTED : plainAfter(c);
      case PLAIN -> plainAfter(c);
      case QUOTED -> c == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
      case QUOTE_IN_QUOTED ->
          c == '"' ? State.QUOTED : c == ' ' ? State.QUOTE_IN_QUOTED : plainAfter(c);
    };
  }

  private State plainAfter(char c) {
    return c == delimiter ? State.CELL_START : State.PLAIN;
  }

  /** Gives up the first line and reads the others again. */
  private Piece unterminated(StringBuilder text, int firstLineEnd, long start) {
    if (firstLineEnd < 0) {
      return new Piece(Kind.UNTERMINATED, text.toString(), start);
    }
    pushedBack = text.substring(firstLineEnd + 1) + pushedBack.substring(pushedPosition);
    pushedPosition = 0;
    line = start + 1;
    return new Piece(Kind.UNTERMINATED, text.substring(0, firstLineEnd), start);
  }

  private Piece tooLong(StringBuilder text, long start) throws IOException {
    int c = read();
    while (c != END && !isLineEnd(c)) {
      c = read();
    }
    if (c == '\r' && peek() == '\n') {
      read();
    }
    line++;
    return new Piece(Kind.TOO_LONG, text.substring(0, Math.min(EXCERPT, text.length())), start);
  }

  private static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r';
  }

  private int read() throws IOException {
    int c = peek();
    if (pushedPosition < pushedBack.length()) {
      pushedPosition++;
    } else if (c != END) {
      position++;
    }
    return c;
  }

  private int peek() throws IOException {
    if (pushedPosition < pushedBack.length()) {
      return pushedBack.charAt(pushedPosition);
    }
    if (position >= limit) {
      limit = in.read(buffer, 0, buffer.length);
      position = 0;
    }
    return limit <= 0 ? END : buffer[position];
  }
}
