package io.evalbeam.schemas.math;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Bytes of a fixed-point number: none for zero, else the number of trailing zero digits of 32 bits
 * in one byte, then the rest in two's complement, highest byte first, as short as possible.
 */
final class Encoding {
  private Encoding() {}

  static byte[] encode(FixedPoint number) {
    BigInteger mantissa = number.mantissa();
    if (mantissa.signum() == 0) {
      return new byte[0];
    }
    int zeroDigits = mantissa.getLowestSetBit() / 32;
    byte[] magnitude = mantissa.shiftRight(32 * zeroDigits).toByteArray();
    byte[] bytes = new byte[magnitude.length + 1];
    bytes[0] = (byte) (number.position() / 32 + zeroDigits);
    System.arraycopy(magnitude, 0, bytes, 1, magnitude.length);
    return bytes;
  }

  static FixedPoint decode(byte[] bytes) {
    FixedPoint number = new FixedPoint();
    if (bytes.length == 0) {
      return number;
    }
    if (bytes.length == 1) {
      throw new IllegalArgumentException("the number has no digits");
    }
    BigInteger mantissa = new BigInteger(bytes, 1, bytes.length - 1);
    number.set(mantissa, 32 * (bytes[0] & 0xFF));
    if (!Arrays.equals(bytes, encode(number))) {
      throw new IllegalArgumentException("the number is not in its canonical form");
    }
    return number;
  }
}
