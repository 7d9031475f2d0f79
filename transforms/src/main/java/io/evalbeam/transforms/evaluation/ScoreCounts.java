package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.math.ExactMoments;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** How many instances have which score: everything order-free that can be said about scores. */
final class ScoreCounts implements ScoreDistribution {
  static final int KIND = 0;

  /** Most different scores that are counted. */
  static final int LIMIT = 65_536;

  // Far beyond any input, and a hundred times as many are still a long.
  private static final long MOST_INSTANCES = 1L << 50;

  private final double[] scores;
  private final long[] counts;

  private ScoreCounts(double[] scores, long[] counts) {
    this.scores = scores;
    this.counts = counts;
  }

  /** Counts of ascending scores; null when there are too many different ones. */
  static @Nullable ScoreCounts of(double[] sorted) {
    double[] scores = new double[Math.min(sorted.length, LIMIT)];
    long[] counts = new long[scores.length];
    int size = 0;
    for (double score : sorted) {
      if (size == 0 || scores[size - 1] != score) {
        if (size == LIMIT) {
          return null;
        }
        scores[size++] = score;
      }
      counts[size - 1]++;
    }
    return new ScoreCounts(Arrays.copyOf(scores, size), Arrays.copyOf(counts, size));
  }

  /** Both together; null when there are too many different scores. */
  @Nullable ScoreCounts merge(ScoreCounts other) {
    double[] merged = new double[scores.length + other.scores.length];
    long[] sums = new long[merged.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < scores.length || j < other.scores.length) {
      boolean here =
          j == other.scores.length || (i < scores.length && scores[i] <= other.scores[j]);
      boolean there =
          i == scores.length || (j < other.scores.length && other.scores[j] <= scores[i]);
      merged[size] = here ? scores[i] : other.scores[j];
      sums[size++] = (here ? counts[i++] : 0) + (there ? other.counts[j++] : 0);
    }
    return size > LIMIT
        ? null
        : new ScoreCounts(Arrays.copyOf(merged, size), Arrays.copyOf(sums, size));
  }

  @Override
  public long n() {
    return LongStream.of(counts).sum();
  }

  @Override
  public ExactMoments moments() {
    ExactMoments moments = new ExactMoments();
    for (int i = 0; i < scores.length; i++) {
      moments.add(scores[i], counts[i]);
    }
    return moments;
  }

  @Override
  public Optional<double[]> sortedScores() {
    double[] sorted = new double[Math.toIntExact(n())];
    int position = 0;
    for (int i = 0; i < scores.length; i++) {
      Arrays.fill(sorted, position, position + (int) counts[i], scores[i]);
      position += (int) counts[i];
    }
    return Optional.of(sorted);
  }

  @Override
  public @Nullable Double min() {
    return scores.length == 0 ? null : Double.valueOf(scores[0]);
  }

  @Override
  public @Nullable Double max() {
    return scores.length == 0 ? null : Double.valueOf(scores[scores.length - 1]);
  }

  /** Number of instances with a score. */
  long count(double score) {
    int position = Arrays.binarySearch(scores, score);
    return position < 0 ? 0 : counts[position];
  }

  /**
   * Quantile by linear interpolation between the order statistics around (n - 1) p (type 7 of
   * Hyndman and Fan 1996; DuckDB's {@code quantile_cont}), rounded once; null without scores.
   *
   * @param percent 0 to 100
   */
  @Nullable Double quantile(int percent) {
    if (scores.length == 0) {
      return null;
    }
    long hundredths = Math.multiplyExact(n() - 1, (long) percent);
    long fraction = hundredths % 100;
    // The mean of a hundred values is the weighted mean of the two neighbours, rounded once.
    ExactMoments weighted = new ExactMoments();
    weighted.add(ordered(hundredths / 100), 100 - fraction);
    if (fraction > 0) {
      weighted.add(ordered(hundredths / 100 + 1), fraction);
    }
    return Objects.requireNonNull(weighted.mean());
  }

  @Override
  public void write(ByteWriter out) {
    out.putByte(KIND);
    out.putNumber(scores.length);
    for (int i = 0; i < scores.length; i++) {
      out.putDouble(scores[i]);
      out.putNumber(counts[i]);
    }
  }

  static ScoreCounts read(ByteReader in) {
    int size = in.readCount();
    ByteReader.check(size <= LIMIT, "more scores are counted than possible");
    double[] scores = new double[size];
    long[] counts = new long[size];
    long total = 0;
    for (int i = 0; i < size; i++) {
      scores[i] = in.readDouble();
      counts[i] = in.readNumber();
      total += counts[i];
      ByteReader.check(
          (i == 0 || scores[i - 1] < scores[i]) && counts[i] > 0 && counts[i] <= MOST_INSTANCES,
          "counted scores are out of order");
      ByteReader.check(total <= MOST_INSTANCES, "more instances are counted than possible");
    }
    return new ScoreCounts(scores, counts);
  }

  /** The score at a rank from 0. */
  private double ordered(long rank) {
    long seen = 0;
    int i = 0;
    while (seen + counts[i] <= rank) {
      seen += counts[i++];
    }
    return scores[i];
  }
}
