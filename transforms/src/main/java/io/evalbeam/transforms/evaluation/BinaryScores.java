package io.evalbeam.transforms.evaluation;

/**
 * Scores that are 0, 1 or missing, a bit each.
 *
 * @param size number of instances
 * @param present a bit for every instance with a score, lowest bit first
 * @param ones a bit for every instance with the score 1
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record BinaryScores(int size, long[] present, long[] ones) implements UnitScores {
  static final int KIND = 1;

  static BinaryScores of(double[] scores) {
    long[] present = new long[words(scores.length)];
    long[] ones = new long[present.length];
    for (int i = 0; i < scores.length; i++) {
      long bit = 1L << (i & 63);
      present[i >> 6] |= Double.isNaN(scores[i]) ? 0 : bit;
      ones[i >> 6] |= scores[i] == 1.0 ? bit : 0;
    }
    return new BinaryScores(scores.length, present, ones);
  }

  @Override
  public double score(int position) {
    long bit = 1L << (position & 63);
    if ((present[position >> 6] & bit) == 0) {
      return Double.NaN;
    }
    return (ones[position >> 6] & bit) == 0 ? 0.0 : 1.0;
  }

  @Override
  public void write(ByteWriter out) {
    out.putByte(KIND);
    writeBits(present, out);
    writeBits(ones, out);
  }

  static BinaryScores read(ByteReader in, int size) {
    long[] present = readBits(in, size);
    long[] ones = readBits(in, size);
    for (int i = 0; i < ones.length; i++) {
      ByteReader.check((ones[i] & ~present[i]) == 0, "a missing score is 1");
    }
    return new BinaryScores(size, present, ones);
  }

  private void writeBits(long[] bits, ByteWriter out) {
    for (int i = 0; i < size; i += 8) {
      out.putByte((int) (bits[i >> 6] >>> (i & 63)));
    }
  }

  private static long[] readBits(ByteReader in, int size) {
    long[] bits = new long[words(size)];
    for (int i = 0; i < size; i += 8) {
      long eight = in.readByte();
      ByteReader.check(size - i >= 8 || eight >>> (size - i) == 0, "a bit is beyond the end");
      bits[i >> 6] |= eight << (i & 63);
    }
    return bits;
  }

  private static int words(int size) {
    return (size + 63) >> 6;
  }
}
