package io.evalbeam.transforms.evaluation;

import java.util.Arrays;

/**
 * Reads what {@link ByteWriter} wrote. Every method throws {@link IllegalArgumentException} when
 * the bytes end too early or are not what the writer makes of any value.
 */
final class ByteReader {
  private final byte[] bytes;
  private int position;

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int readByte() {
    need(1);
    return bytes[position++] & 0xFF;
  }

  long readNumber() {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = readByte();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        check(next != 0 || shift == 0, "a number has a superfluous byte");
        return value;
      }
    }
    throw new IllegalArgumentException("a number has more than 63 bits");
  }

  /** A number up to a bound. */
  int readNumber(int highest) {
    long value = readNumber();
    check(value <= highest, "a number is greater than possible");
    return (int) value;
  }

  /** The number of things that follow, of which each takes at least one byte. */
  int readCount() {
    return readNumber(bytes.length - position);
  }

  long readLong() {
    need(Long.BYTES);
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << 8 | readByte();
    }
    return value;
  }

  /** A finite double, never -0.0. */
  double readDouble() {
    int used = readByte();
    check(used <= Long.BYTES, "a score has more than eight bytes");
    long bits = 0;
    for (int i = 0; i < used; i++) {
      bits |= (long) readByte() << (56 - 8 * i);
    }
    check(used == Long.BYTES - Long.numberOfTrailingZeros(bits) / 8, "a score has too many bytes");
    double value = Double.longBitsToDouble(bits);
    check(Double.isFinite(value) && bits != Long.MIN_VALUE, "a score is no finite number");
    return value;
  }

  byte[] readBlob() {
    int length = readCount();
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  String readText() {
    StringBuilder text = new StringBuilder();
    readText(text);
    return text.toString();
  }

  /** Appends a text. */
  void readText(StringBuilder text) {
    int length = readCount();
    for (int i = 0; i < length; i++) {
      text.append((char) readNumber(Character.MAX_VALUE));
    }
  }

  /** Demands that nothing is left. */
  void end() {
    check(position == bytes.length, "bytes follow the end");
  }

  static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Demands at least so many more bytes. */
  void need(long count) {
    check(bytes.length - position >= count, "the bytes end too early");
  }
}
