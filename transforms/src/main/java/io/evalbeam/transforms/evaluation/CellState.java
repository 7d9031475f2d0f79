package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.math.ExactMoments;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exact state of one cell: the scores of instances under one metric and one condition. States merge
 * in any order and grouping to the same bytes; figures are rounded once, when they are read. What
 * is merged must not overlap: a state does not know its instances. Immutable.
 */
public final class CellState {
  private static final int VERSION = 1;

  private final long missing;
  private final ScoreDistribution scores;
  private final TrialSums sums;
  private final TrialScatter scatter;

  /** Of the scores, summed when first asked for. */
  private @Nullable ExactMoments moments;

  CellState(long missing, ScoreDistribution scores, TrialSums sums, TrialScatter scatter) {
    this.missing = missing;
    this.scores = scores;
    this.sums = sums;
    this.scatter = scatter;
  }

  /** State of no instances, neutral in merges. */
  public static CellState empty() {
    return new CellAccumulator(0).toState();
  }

  /** Both together. */
  public CellState merge(CellState other) {
    TrialSums bothSums = new TrialSums();
    bothSums.add(sums);
    bothSums.add(other.sums);
    TrialScatter bothScatters = new TrialScatter();
    bothScatters.add(scatter);
    bothScatters.add(other.scatter);
    return new CellState(
        missing + other.missing,
        ScoreDistribution.merge(scores, other.scores),
        bothSums,
        bothScatters);
  }

  /** Instances with a score. */
  public long n() {
    return scores.n();
  }

  /** Instances without one. */
  public long missing() {
    return missing;
  }

  /** Trials with at least one score. */
  public int trials() {
    return sums.size();
  }

  /** Exact moments of the instance scores; the caller owns them. */
  public ExactMoments moments() {
    return scores.moments();
  }

  /** Mean over instances; null without scores. */
  public @Nullable Double mean() {
    return known().mean();
  }

  /**
   * Sample standard deviation over instances, divisor n - 1; null for fewer than two, or when the
   * variance is beyond the range of doubles.
   */
  public @Nullable Double sd() {
    Double variance = known().sampleVariance();
    return variance == null || variance.isInfinite() ? null : Math.sqrt(variance);
  }

  /**
   * All instance scores in ascending order; empty with more than 65,536 different ones.
   *
   * @throws ArithmeticException when there are more than an array holds
   */
  public Optional<double[]> sortedScores() {
    return scores.sortedScores();
  }

  /** Smallest instance score; null without scores. */
  public @Nullable Double min() {
    return scores.min();
  }

  /** Greatest instance score; null without scores. */
  public @Nullable Double max() {
    return scores.max();
  }

  /**
   * Quantile of instance scores, type 7, rounded once; null without scores or with more than 65,536
   * different ones.
   *
   * @param percent 0 to 100
   */
  public @Nullable Double quantile(int percent) {
    return scores instanceof ScoreCounts counts ? counts.quantile(percent) : null;
  }

  /** Instances with a certain score; null with more than 65,536 different scores. */
  public @Nullable Long count(double score) {
    return scores instanceof ScoreCounts counts ? Long.valueOf(counts.count(score + 0.0)) : null;
  }

  /** Whether all scores are 0 or 1; false without scores. */
  public boolean isBinary() {
    return scores instanceof ScoreCounts counts
        && counts.n() > 0
        && counts.count(0.0) + counts.count(1.0) == counts.n();
  }

  /** Mean over trials of the mean over instances, as HELM publishes it; null without scores. */
  public @Nullable Double meanOfTrialMeans() {
    return orNull(sums.meanOfMeans());
  }

  /**
   * Mean over instances of the sample variance over trials; null when no instance has two trials.
   * An instance whose variance is beyond the range of doubles is left out.
   */
  public @Nullable Double withinVariance() {
    return orNull(scatter.within());
  }

  /**
   * Variance between instances without the part that comes from averaging few trials: sample
   * variance of the instance scores - within / T, at least 0, with the mean of 1 / T where
   * instances differ; null when no instance has two trials or there are fewer than two instances.
   */
  public @Nullable Double betweenVariance() {
    Double variance = known().sampleVariance();
    Double within = withinVariance();
    return variance == null || within == null
        ? null
        : orNull(Math.max(0, variance - within * scatter.meanReciprocal()));
  }

  /** Canonical bytes: equal states have equal bytes. */
  public byte[] toBytes() {
    ByteWriter out = new ByteWriter();
    out.putByte(VERSION);
    out.putNumber(missing);
    scores.write(out);
    sums.write(out);
    scatter.write(out);
    return out.toBytes();
  }

  /**
   * The state that {@link #toBytes} described.
   *
   * @throws IllegalArgumentException when the bytes were not made by it
   */
  public static CellState fromBytes(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    ByteReader.check(in.readByte() == VERSION, "unknown version of a cell's state");
    CellState state =
        new CellState(
            in.readNumber(), ScoreDistribution.read(in), TrialSums.read(in), TrialScatter.read(in));
    in.end();
    return state;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof CellState other && Arrays.equals(toBytes(), other.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }

  @Override
  public String toString() {
    return "n=" + n() + ", missing=" + missing + ", mean=" + mean();
  }

  private ExactMoments known() {
    ExactMoments known = moments == null ? scores.moments() : moments;
    moments = known;
    return known;
  }

  private static @Nullable Double orNull(double value) {
    return Double.isFinite(value) ? Double.valueOf(value) : null;
  }
}
