package io.evalbeam.transforms.snapshot;

import io.evalbeam.schemas.evaluation.ModelStatistics;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model whose place or score on a leaderboard changed.
 *
 * @param older its place before
 * @param newer its place after
 */
public record RankChange(ModelName model, Place older, Place newer) {

  /** Largest change of rank first; ranks that appeared or vanished before all others. */
  static final Comparator<RankChange> LARGEST_FIRST =
      Comparator.comparing(RankChange::steps).reversed().thenComparing(RankChange::model);

  /**
   * A place on a leaderboard.
   *
   * @param rank by macro; null when a direction is unknown
   * @param rankLower best rank that the pairwise tests leave open
   * @param rankUpper worst such rank
   * @param macro mean over tasks
   */
  public record Place(
      @Nullable Integer rank,
      @Nullable Integer rankLower,
      @Nullable Integer rankUpper,
      @Nullable Double macro) {
    static Place of(ModelStatistics row) {
      return new Place(row.rank(), row.rankLower(), row.rankUpper(), row.macro());
    }
  }

  /** Whether a rank lies in both intervals, so that the move may be chance; null if unknown. */
  public @Nullable Boolean intervalsOverlap() {
    Integer olderBest = older.rankLower();
    Integer olderWorst = older.rankUpper();
    Integer newerBest = newer.rankLower();
    Integer newerWorst = newer.rankUpper();
    if (olderBest == null || olderWorst == null || newerBest == null || newerWorst == null) {
      return null;
    }
    return olderBest <= newerWorst && newerBest <= olderWorst;
  }

  private int steps() {
    Integer before = older.rank();
    Integer after = newer.rank();
    if (before == null || after == null) {
      return Objects.equals(before, after) ? 0 : Integer.MAX_VALUE;
    }
    return Math.abs(after - before);
  }
}
