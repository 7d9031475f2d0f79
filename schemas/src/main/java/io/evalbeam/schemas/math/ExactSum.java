package io.evalbeam.schemas.math;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The exact sum of finite doubles: the same for every order of additions and merges, rounded once
 * when it is read. Mutable, not thread-safe; equality is by value.
 */
public final class ExactSum implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Exponent of the lowest bit of any double. */
  static final int LOWEST_EXPONENT = -1074;

  private static final long FRACTION = (1L << 52) - 1;

  private final FixedPoint sum;

  /** Zero. */
  public ExactSum() {
    this(new FixedPoint());
  }

  private ExactSum(FixedPoint sum) {
    this.sum = sum;
  }

  /**
   * Adds a value.
   *
   * @throws IllegalArgumentException when the value is NaN or infinite
   */
  public void add(double value) {
    addShifted(value, 0);
  }

  /** Adds {@code value · 2^shift}. */
  void addShifted(double value, int shift) {
    long bits = Double.doubleToRawLongBits(value);
    sum.add(0, mantissa(bits), position(bits) + shift, bits < 0);
  }

  /** Adds {@code ± (high · 2^64 + low)} units of {@code 2^(position - 1074)}. */
  void add(long high, long low, int position, boolean negative) {
    sum.add(high, low, position, negative);
  }

  /** Adds what another sum holds; the other one stays as it is. */
  public void add(ExactSum other) {
    sum.add(other.sum == sum ? sum.copy() : other.sum);
  }

  /**
   * The double nearest to the sum, ties to even. Infinite when the sum is beyond the range of
   * doubles; 0.0 (never -0.0) when it is zero.
   */
  public double value() {
    return Rounding.nearest(scaled(), BigInteger.ONE, exponent());
  }

  /** The sum without any rounding. */
  public BigDecimal exactValue() {
    BigInteger scaled = scaled();
    return exponent() >= 0
        ? new BigDecimal(scaled.shiftLeft(exponent()))
        : new BigDecimal(scaled).divide(new BigDecimal(BigInteger.ONE.shiftLeft(-exponent())));
  }

  /** Canonical bytes: equal sums have equal bytes. */
  public byte[] toBytes() {
    return Encoding.encode(sum);
  }

  /**
   * The sum that {@link #toBytes} described.
   *
   * @throws IllegalArgumentException when the bytes were not made by it
   */
  public static ExactSum fromBytes(byte[] bytes) {
    return new ExactSum(Encoding.decode(bytes));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ExactSum other && Arrays.equals(toBytes(), other.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }

  @Override
  public String toString() {
    return Double.toString(value());
  }

  /** The sum in units of {@code 2^exponent()}. */
  BigInteger scaled() {
    return sum.mantissa();
  }

  int exponent() {
    return sum.position() + LOWEST_EXPONENT;
  }

  /** The significand of a double as an integer, in units of {@code 2^(position - 1074)}. */
  static long mantissa(long bits) {
    long fraction = bits & FRACTION;
    return biasedExponent(bits) == 0 ? fraction : fraction | (1L << 52);
  }

  /** Distance of the significand's lowest bit from the lowest bit of any double. */
  static int position(long bits) {
    int biased = biasedExponent(bits);
    if (biased == 2047) {
      throw new IllegalArgumentException(
          "only finite numbers have a sum: " + Double.longBitsToDouble(bits));
    }
    return Math.max(biased, 1) - 1;
  }

  private static int biasedExponent(long bits) {
    return (int) (bits >>> 52) & 0x7FF;
  }
}
