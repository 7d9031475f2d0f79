package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.math.ExactMoments;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scores of the instances of a cell, whatever their order: all of them counted by value, or, where
 * there are too many different ones, their moments and range. Immutable.
 */
sealed interface ScoreDistribution permits ScoreCounts, ScoreRange {
  /** Number of scores. */
  long n();

  /** Exact moments, owned by the caller. */
  ExactMoments moments();

  /** Smallest score; null without scores. */
  @Nullable Double min();

  /** Greatest score; null without scores. */
  @Nullable Double max();

  /** All scores in ascending order, empty when there are too many different ones to know. */
  Optional<double[]> sortedScores();

  /** Writes this distribution so that {@link #read} finds it. */
  void write(ByteWriter out);

  /**
   * The distribution of finite scores.
   *
   * @param sorted ascending, without -0.0; not kept
   */
  static ScoreDistribution of(double[] sorted) {
    ScoreCounts counts = ScoreCounts.of(sorted);
    return counts == null ? ScoreRange.of(sorted) : counts;
  }

  /** Both together. Depends on all scores that were ever merged, not on the order of merges. */
  static ScoreDistribution merge(ScoreDistribution first, ScoreDistribution second) {
    if (first.n() == 0 || second.n() == 0) {
      return first.n() == 0 ? second : first;
    }
    ScoreCounts counts =
        first instanceof ScoreCounts a && second instanceof ScoreCounts b ? a.merge(b) : null;
    return counts == null ? ScoreRange.merge(first, second) : counts;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it was not
   */
  static ScoreDistribution read(ByteReader in) {
    int kind = in.readByte();
    ByteReader.check(
        kind == ScoreCounts.KIND || kind == ScoreRange.KIND, "unknown kind of distribution");
    return kind == ScoreCounts.KIND ? ScoreCounts.read(in) : ScoreRange.read(in);
  }
}
