package io.evalbeam.transforms.evaluation;

import java.util.Arrays;

/**
 * Encoding of graded scores: as a table of the different scores with an index for every instance,
 * one or two bytes each, where the table pays, else as they are. Index 0 means missing.
 */
final class GradedEncoding {
  private static final int BYTE_INDEXES = 2;
  private static final int SHORT_INDEXES = 3;
  private static final int PLAIN = 4;

  private GradedEncoding() {}

  /** Writes finite scores, none of them -0.0, NaN where missing. */
  static void write(double[] scores, ByteWriter out) {
    double[] table = table(scores);
    int kind = kind(table.length, scores.length);
    out.putByte(kind);
    if (kind == PLAIN) {
      for (double score : scores) {
        out.putLong(Double.doubleToLongBits(score));
      }
      return;
    }
    out.putNumber(table.length);
    for (double score : table) {
      out.putDouble(score);
    }
    for (double score : scores) {
      int index = Double.isNaN(score) ? 0 : Arrays.binarySearch(table, score) + 1;
      if (kind == SHORT_INDEXES) {
        out.putByte(index >>> 8);
      }
      out.putByte(index);
    }
  }

  /** Reads what follows the byte with the kind. */
  static double[] read(ByteReader in, int kind, int size) {
    double[] scores =
        switch (kind) {
          case BYTE_INDEXES, SHORT_INDEXES -> readTable(in, kind, size);
          case PLAIN -> readPlain(in, size);
          default -> throw new IllegalArgumentException("unknown kind of scores");
        };
    double[] table = table(scores);
    ByteReader.check(kind == kind(table.length, size), "scores are not in their shortest encoding");
    for (double score : table) {
      if (score != 0.0 && score != 1.0) {
        return scores;
      }
    }
    throw new IllegalArgumentException("binary scores are encoded as graded ones");
  }

  private static double[] readPlain(ByteReader in, int size) {
    double[] scores = new double[size];
    for (int i = 0; i < size; i++) {
      long bits = in.readLong();
      scores[i] = Double.longBitsToDouble(bits);
      boolean missing = bits == Double.doubleToLongBits(Double.NaN);
      ByteReader.check(
          missing || (Double.isFinite(scores[i]) && bits != Long.MIN_VALUE),
          "a score is no finite number");
    }
    return scores;
  }

  private static double[] readTable(ByteReader in, int kind, int size) {
    double[] table = new double[in.readCount()];
    for (int i = 0; i < table.length; i++) {
      table[i] = in.readDouble();
      ByteReader.check(i == 0 || table[i - 1] < table[i], "the table of scores is out of order");
    }
    double[] scores = new double[size];
    boolean[] used = new boolean[table.length + 1];
    for (int i = 0; i < size; i++) {
      int index = kind == SHORT_INDEXES ? in.readByte() << 8 | in.readByte() : in.readByte();
      ByteReader.check(index <= table.length, "a score is not in the table");
      scores[i] = index == 0 ? Double.NaN : table[index - 1];
      used[index] = true;
    }
    for (int i = 1; i < used.length; i++) {
      ByteReader.check(used[i], "a score of the table is not used");
    }
    return scores;
  }

  private static double[] table(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    int size = 0;
    for (double score : sorted) {
      if (!Double.isNaN(score) && (size == 0 || sorted[size - 1] != score)) {
        sorted[size++] = score;
      }
    }
    return Arrays.copyOf(sorted, size);
  }

  private static int kind(int different, int size) {
    if (different <= 0xFF) {
      return BYTE_INDEXES;
    }
    // A table entry takes up to nine bytes.
    return different <= 0xFFFF && 9L * different + 2L * size < 8L * size ? SHORT_INDEXES : PLAIN;
  }
}
