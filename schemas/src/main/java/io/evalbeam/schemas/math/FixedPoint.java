package io.evalbeam.schemas.math;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A signed binary fixed-point number wide enough for any sum of products of doubles. Digits of 32
 * bits sit in longs, so that carries are propagated only once in many additions (the small
 * superaccumulator of R. M. Neal, "Fast exact summation using small and large superaccumulators",
 * arXiv 1505.05571). Only the digits in use are stored.
 */
final class FixedPoint implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long MASK = 0xFFFF_FFFFL;
  // One addition changes a digit by less than 2^33, and 2^33 · 2^29 is far from overflowing a long.
  private static final int CARRY_AFTER = 1 << 29;
  private static final int MAX_DIGITS = 256;

  /** Digit i has the weight 2^(32 · (first + i)). */
  private long[] digits = new long[0];

  private int first;
  private int pending;

  /**
   * Adds {@code ± (high · 2^64 + low) · 2^position}.
   *
   * @param high not negative, less than 2^62
   * @param low unsigned
   * @param position at least 0
   */
  void add(long high, long low, int position, boolean negative) {
    if (low == 0 && high == 0) {
      return;
    }
    int digit = position >>> 5;
    int offset = position & 31;
    reserve(digit, high == 0 ? 3 : 5);
    int i = digit - first;
    long sign = negative ? -1 : 1;
    long a = (low & MASK) << offset;
    long b = (low >>> 32) << offset;
    digits[i] += sign * (a & MASK);
    digits[i + 1] += sign * ((a >>> 32) + (b & MASK));
    if (high == 0) {
      digits[i + 2] += sign * (b >>> 32);
    } else {
      long c = (high & MASK) << offset;
      long d = (high >>> 32) << offset;
      digits[i + 2] += sign * ((b >>> 32) + (c & MASK));
      digits[i + 3] += sign * ((c >>> 32) + (d & MASK));
      digits[i + 4] += sign * (d >>> 32);
    }
    if (++pending >= CARRY_AFTER) {
      carry();
    }
  }

  void add(FixedPoint other) {
    if (other.digits.length == 0) {
      return;
    }
    reserve(other.first, other.digits.length);
    for (int i = 0; i < other.digits.length; i++) {
      digits[other.first - first + i] += other.digits[i];
    }
    pending += other.pending;
    if (pending >= CARRY_AFTER) {
      carry();
    }
  }

  /** Sets this number to {@code value · 2^position}; the position is a multiple of 32. */
  void set(BigInteger value, int position) {
    int count = value.bitLength() / 32 + 1;
    if (position < 0 || position % 32 != 0 || position / 32 + count > MAX_DIGITS) {
      throw new IllegalArgumentException("the number is out of range");
    }
    first = position / 32;
    digits = new long[count];
    BigInteger rest = value;
    for (int i = 0; i < count - 1; i++) {
      digits[i] = rest.longValue() & MASK;
      rest = rest.shiftRight(32);
    }
    digits[count - 1] = rest.longValueExact();
    pending = 1;
  }

  /** The number in units of {@code 2^position()}. */
  BigInteger mantissa() {
    BigInteger result = BigInteger.ZERO;
    for (int i = digits.length - 1; i >= 0; i--) {
      result = result.shiftLeft(32).add(BigInteger.valueOf(digits[i]));
    }
    return result;
  }

  int position() {
    return 32 * first;
  }

  FixedPoint copy() {
    FixedPoint copy = new FixedPoint();
    copy.digits = digits.clone();
    copy.first = first;
    copy.pending = pending;
    return copy;
  }

  private void reserve(int digit, int count) {
    if (digits.length == 0) {
      first = digit;
      digits = new long[count + 1];
      return;
    }
    int newFirst = Math.min(first, digit);
    int newEnd = Math.max(first + digits.length, digit + count);
    if (newEnd - newFirst > digits.length) {
      long[] wider = new long[newEnd - newFirst];
      System.arraycopy(digits, 0, wider, first - newFirst, digits.length);
      digits = wider;
      first = newFirst;
    }
  }

  /** Brings all digits but the highest into 0..2^32-1; the highest carries the sign. */
  private void carry() {
    int last = digits.length - 1;
    for (int i = 0; i < last; i++) {
      digits[i + 1] += digits[i] >> 32;
      digits[i] &= MASK;
    }
    if (digits[last] != (int) digits[last]) {
      digits = Arrays.copyOf(digits, digits.length + 1);
      digits[last + 1] = digits[last] >> 32;
      digits[last] &= MASK;
    }
    pending = 1;
  }
}
