package io.evalbeam.schemas.math;

import java.math.BigInteger;

/** Rounds exact binary fractions to doubles. */
final class Rounding {
  private static final int PRECISION = 53;
  private static final int LOWEST_EXPONENT = -1074;

  private Rounding() {}

  /**
   * The double nearest to {@code numerator / denominator · 2^exponent}, ties to even, as IEEE 754
   * prescribes: subnormal results are rounded once, too large ones become infinite.
   *
   * @param denominator positive
   */
  static double nearest(BigInteger numerator, BigInteger denominator, int exponent) {
    if (numerator.signum() == 0) {
      return 0.0;
    }
    BigInteger magnitude = numerator.abs();
    // Two bits more than a double holds, so that what is cut off starts inside the quotient.
    int shift = Math.max(0, PRECISION + 2 + denominator.bitLength() - magnitude.bitLength());
    BigInteger[] division = magnitude.shiftLeft(shift).divideAndRemainder(denominator);
    BigInteger quotient = division[0];
    int quotientExponent = exponent - shift;
    int resultExponent =
        Math.max(quotient.bitLength() - PRECISION + quotientExponent, LOWEST_EXPONENT);
    int cut = resultExponent - quotientExponent;
    long mantissa = quotient.shiftRight(cut).longValueExact();
    if (quotient.testBit(cut - 1)) {
      boolean aboveHalf = quotient.getLowestSetBit() < cut - 1 || division[1].signum() != 0;
      if (aboveHalf || (mantissa & 1) != 0) {
        mantissa++;
      }
    }
    double rounded = Math.scalb((double) mantissa, resultExponent);
    return numerator.signum() < 0 ? -rounded : rounded;
  }
}
