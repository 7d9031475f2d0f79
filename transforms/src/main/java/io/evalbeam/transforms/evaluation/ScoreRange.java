package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.math.ExactMoments;
import java.util.Objects;
import java.util.Optional;

/** Moments and range of scores with too many different values to count them. */
record ScoreRange(ExactMoments sums, Double min, Double max) implements ScoreDistribution {
  static final int KIND = 1;

  static ScoreRange of(double[] sorted) {
    ExactMoments moments = new ExactMoments();
    for (double score : sorted) {
      moments.add(score);
    }
    return new ScoreRange(moments, sorted[0], sorted[sorted.length - 1]);
  }

  /** Both together; neither is empty. */
  static ScoreRange merge(ScoreDistribution first, ScoreDistribution second) {
    ExactMoments moments = first.moments();
    moments.add(second.moments());
    double min =
        Math.min(Objects.requireNonNull(first.min()), Objects.requireNonNull(second.min()));
    double max =
        Math.max(Objects.requireNonNull(first.max()), Objects.requireNonNull(second.max()));
    return new ScoreRange(moments, min, max);
  }

  @Override
  public long n() {
    return sums.count();
  }

  @Override
  public ExactMoments moments() {
    ExactMoments copy = new ExactMoments();
    copy.add(sums);
    return copy;
  }

  @Override
  public Optional<double[]> sortedScores() {
    return Optional.empty();
  }

  @Override
  public void write(ByteWriter out) {
    out.putByte(KIND);
    out.putDouble(min);
    out.putDouble(max);
    out.putBlob(sums.toBytes());
  }

  static ScoreRange read(ByteReader in) {
    double min = in.readDouble();
    double max = in.readDouble();
    ExactMoments moments = ExactMoments.fromBytes(in.readBlob());
    // Fewer scores would have been counted.
    ByteReader.check(
        min < max && moments.count() > ScoreCounts.LIMIT, "the scores are not too many to count");
    return new ScoreRange(moments, min, max);
  }
}
