package io.evalbeam.schemas.math;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Count, mean and variance of finite doubles without rounding before the end: sums of the values
 * and of their squares are kept exactly, so that nearly constant data lose no digit and order
 * cannot matter. Mutable, not thread-safe; equality is by value.
 */
public final class ExactMoments implements Serializable {
  private static final long serialVersionUID = 1L;

  private long count;
  private final ExactSum sum;
  private final FixedPoint squares;

  /** Part of both sums. */
  private final ScaledMoments scores = new ScaledMoments();

  /** No values. */
  public ExactMoments() {
    this(0, new ExactSum(), new FixedPoint());
  }

  private ExactMoments(long count, ExactSum sum, FixedPoint squares) {
    this.count = count;
    this.sum = sum;
    this.squares = squares;
  }

  /**
   * Adds a value.
   *
   * @throws IllegalArgumentException when the value is NaN or infinite
   */
  public void add(double value) {
    if (!scores.add(value)) {
      addShifted(value, 0);
    }
    count++;
  }

  /**
   * Adds a value as often as stated: exactly what so many single additions do, in few steps.
   *
   * @param times at least 0
   * @throws IllegalArgumentException when the value is NaN or infinite, or the number negative
   */
  public void add(double value, long times) {
    if (times < 0) {
      throw new IllegalArgumentException("a value cannot be added " + times + " times");
    }
    if (!scores.add(value, times)) {
      for (long rest = times; rest != 0; rest &= rest - 1) {
        addShifted(value, Long.numberOfTrailingZeros(rest));
      }
    }
    count += times;
  }

  /**
   * Adds values.
   *
   * @param values used as working space
   * @param size how many of them, from the first
   * @throws IllegalArgumentException when a value is NaN or infinite
   */
  public void addAll(double[] values, int size) {
    int others = scores.addAll(values, size);
    for (int i = 0; i < others; i++) {
      addShifted(values[i], 0);
    }
    count += size;
  }

  /** Adds what another one holds; the other one stays as it is. */
  public void add(ExactMoments other) {
    count += other.count;
    scores.add(other.scores);
    sum.add(other.sum);
    squares.add(other.squares == squares ? squares.copy() : other.squares);
  }

  /** Number of values. */
  public long count() {
    return count;
  }

  /** Sum, rounded once. */
  public double sum() {
    gather();
    return sum.value();
  }

  /** Sum without any rounding. */
  public BigDecimal exactSum() {
    gather();
    return sum.exactValue();
  }

  /** Mean, rounded once; null without values. */
  public @Nullable Double mean() {
    if (count == 0) {
      return null;
    }
    gather();
    return Rounding.nearest(sum.scaled(), BigInteger.valueOf(count), sum.exponent());
  }

  /** Variance with divisor n - 1, rounded once; null with fewer than two values. */
  public @Nullable Double sampleVariance() {
    return count < 2 ? null : variance(count - 1);
  }

  /** Canonical bytes: equal contents have equal bytes. */
  public byte[] toBytes() {
    gather();
    byte[] first = sum.toBytes();
    byte[] second = Encoding.encode(squares);
    return ByteBuffer.allocate(Long.BYTES + Short.BYTES + first.length + second.length)
        .putLong(count)
        .putShort((short) first.length)
        .put(first)
        .put(second)
        .array();
  }

  /**
   * The moments that {@link #toBytes} described.
   *
   * @throws IllegalArgumentException when the bytes were not made by it
   */
  public static ExactMoments fromBytes(byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      long count = buffer.getLong();
      byte[] first = new byte[buffer.getShort() & 0xFFFF];
      buffer.get(first);
      byte[] second = new byte[buffer.remaining()];
      buffer.get(second);
      if (count < 0) {
        throw new IllegalArgumentException("negative count " + count);
      }
      return new ExactMoments(count, ExactSum.fromBytes(first), Encoding.decode(second));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the bytes end too early", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ExactMoments other && Arrays.equals(toBytes(), other.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }

  @Override
  public String toString() {
    return "n=" + count + ", mean=" + mean() + ", sample variance=" + sampleVariance();
  }

  /** Brings the parts of the sums together, before anything is read of them. */
  private void gather() {
    scores.moveTo(sum, squares);
  }

  /** Adds {@code 2^shift} times the value and its square to the sums. */
  private void addShifted(double value, int shift) {
    sum.addShifted(value, shift);
    long bits = Double.doubleToRawLongBits(value);
    long mantissa = ExactSum.mantissa(bits);
    squares.add(
        Math.multiplyHigh(mantissa, mantissa),
        mantissa * mantissa,
        2 * ExactSum.position(bits) + shift,
        false);
  }

  /** (n · Σx² - (Σx)²) / (n · divisor), in integers up to the one division. */
  private double variance(long divisor) {
    gather();
    int squareExponent = squares.position() + 2 * ExactSum.LOWEST_EXPONENT;
    int sumExponent = 2 * sum.exponent();
    int exponent = Math.min(squareExponent, sumExponent);
    BigInteger n = BigInteger.valueOf(count);
    BigInteger sumSquared = sum.scaled().pow(2).shiftLeft(sumExponent - exponent);
    BigInteger difference =
        squares.mantissa().shiftLeft(squareExponent - exponent).multiply(n).subtract(sumSquared);
    return Rounding.nearest(difference, n.multiply(BigInteger.valueOf(divisor)), exponent);
  }
}
