package io.evalbeam.transforms.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;

/** Decoders against damaged bytes: they refuse with one exception, or read a different value. */
final class Damage {
  private Damage() {}

  /** Every shorter and one longer array is refused. */
  static void refusesTruncation(byte[] bytes, Function<byte[], ?> decoder) {
    for (int length = 0; length < bytes.length; length++) {
      byte[] shorter = Arrays.copyOf(bytes, length);
      assertThrows(
          IllegalArgumentException.class, () -> decoder.apply(shorter), "length " + length);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThrows(IllegalArgumentException.class, () -> decoder.apply(longer));
  }

  /** Changed bytes are refused, or decoded to a value that has exactly these bytes. */
  static void survivesChanges(byte[] bytes, Function<byte[], byte[]> decodeAndEncode) {
    Random random = new Random(bytes.length);
    for (int round = 0; round < 3_000; round++) {
      byte[] changed = bytes.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      byte[] again;
      try {
        again = decodeAndEncode.apply(changed);
      } catch (IllegalArgumentException e) {
        continue;
      }
      assertArrayEquals(changed, again);
    }
  }
}
