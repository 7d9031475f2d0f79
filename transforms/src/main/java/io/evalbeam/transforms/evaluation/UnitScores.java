package io.evalbeam.transforms.evaluation;

/** Scores of the instances of a set in their order, NaN where missing. Immutable. */
sealed interface UnitScores permits BinaryScores, GradedScores {
  /** Number of instances, missing scores included. */
  int size();

  /** Score of an instance; NaN when it is missing. */
  double score(int position);

  /** Writes the scores without their number so that {@link #fromBytes} finds them. */
  void write(ByteWriter out);

  /** Takes finite scores, NaN where missing; the array is not kept. */
  static UnitScores of(double[] scores) {
    for (double score : scores) {
      if (score != 0.0 && score != 1.0 && !Double.isNaN(score)) {
        return GradedScores.of(scores);
      }
    }
    return BinaryScores.of(scores);
  }

  /** Canonical bytes: equal scores have equal bytes. */
  default byte[] toBytes() {
    ByteWriter out = new ByteWriter();
    write(out);
    return out.toBytes();
  }

  /**
   * The scores that {@link #toBytes} described.
   *
   * @throws IllegalArgumentException when the bytes were not made by it for so many instances
   */
  static UnitScores fromBytes(byte[] bytes, int size) {
    ByteReader in = new ByteReader(bytes);
    int kind = in.readByte();
    UnitScores scores =
        kind == BinaryScores.KIND
            ? BinaryScores.read(in, size)
            : GradedScores.of(GradedEncoding.read(in, kind, size));
    in.end();
    return scores;
  }
}
