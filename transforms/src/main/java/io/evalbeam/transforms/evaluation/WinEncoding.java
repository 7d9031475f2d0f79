package io.evalbeam.transforms.evaluation;

import io.evalbeam.transforms.statistics.WinSums;

/** Canonical bytes of {@link WinSums}: their wins, then their products. */
public final class WinEncoding {
  private WinEncoding() {}

  /** Encodes. */
  public static byte[] toBytes(WinSums sums) {
    ByteWriter out = new ByteWriter();
    for (int i = 0; i < sums.models(); i++) {
      out.putNumber(sums.halfWins(i));
    }
    for (int i = 0; i < sums.models(); i++) {
      for (int j = 0; j <= i; j++) {
        out.putNumber(sums.products(i, j));
      }
    }
    return out.toBytes();
  }

  /**
   * Decodes.
   *
   * @throws IllegalArgumentException when the bytes were not made of so many models
   */
  public static WinSums fromBytes(byte[] bytes, int models, long instances) {
    ByteReader in = new ByteReader(bytes);
    WinSums sums =
        WinSums.of(instances, numbers(in, models), numbers(in, models * (models + 1) / 2));
    in.end();
    return sums;
  }

  private static long[] numbers(ByteReader in, int count) {
    long[] numbers = new long[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = in.readNumber();
    }
    return numbers;
  }
}
