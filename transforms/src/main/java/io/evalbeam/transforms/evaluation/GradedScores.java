package io.evalbeam.transforms.evaluation;

/**
 * Any scores.
 *
 * @param scores finite and not -0.0, or the one NaN of {@link Double#NaN} where missing
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record GradedScores(double[] scores) implements UnitScores {
  static GradedScores of(double[] scores) {
    double[] copy = new double[scores.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = Double.isNaN(scores[i]) ? Double.NaN : scores[i] + 0.0;
      if (Double.isInfinite(copy[i])) {
        throw new IllegalArgumentException("a score is infinite");
      }
    }
    return new GradedScores(copy);
  }

  @Override
  public int size() {
    return scores.length;
  }

  @Override
  public double score(int position) {
    return scores[position];
  }

  @Override
  public void write(ByteWriter out) {
    GradedEncoding.write(scores, out);
  }
}
