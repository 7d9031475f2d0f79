package io.evalbeam.transforms.evaluation;

import java.util.Arrays;

/** Writes the canonical encodings of this package; {@link ByteReader} reads them. */
final class ByteWriter {
  private byte[] bytes = new byte[64];
  private int length;

  void putByte(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
  }

  /**
   * A number of at least 0 in groups of seven bits, lowest first, the last one without its top bit.
   */
  void putNumber(long value) {
    long rest = value;
    while (rest > 0x7F) {
      putByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    putByte((int) rest);
  }

  /** Eight bytes, highest first. */
  void putLong(long value) {
    reserve(Long.BYTES);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (value >>> shift);
    }
  }

  /** The bytes of a double up to its last one that is not zero, after their number. */
  void putDouble(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int used = Long.BYTES - Long.numberOfTrailingZeros(bits) / 8;
    putByte(used);
    for (int i = 0; i < used; i++) {
      putByte((int) (bits >>> (56 - 8 * i)));
    }
  }

  /** Bytes after their number. */
  void putBlob(byte[] value) {
    putNumber(value.length);
    reserve(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
  }

  /** UTF-16 units as numbers after their number: any text of Java, also one that is no Unicode. */
  void putText(String text) {
    putText(text, 0);
  }

  /** The part of a text from a position on, as {@link #putText(String)} writes it. */
  void putText(String text, int from) {
    putNumber(text.length() - from);
    for (int i = from; i < text.length(); i++) {
      putNumber(text.charAt(i));
    }
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void reserve(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    }
  }
}
