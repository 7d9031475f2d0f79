package io.evalbeam.pipelines.evaluation.diff;

import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.transforms.snapshot.LeaderboardDiff;
import io.evalbeam.transforms.snapshot.StatisticsDiff;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two snapshots, as the JSON file shows it.
 *
 * @param older files of the older snapshot
 * @param newer files of the newer one
 * @param statistics null when one of them has a leaderboard only
 * @param leaderboard null when one of them has none
 */
record SnapshotDiff(
    Snapshot older,
    Snapshot newer,
    @Nullable StatisticsDiff statistics,
    @Nullable LeaderboardDiff leaderboard) {

  /**
   * Compares the tables that both snapshots have.
   *
   * @throws InvalidConfigurationException when they have none in common
   */
  static SnapshotDiff between(Snapshot older, Snapshot newer) throws IOException {
    StatisticsDiff statistics = statistics(older.statistics(), newer.statistics());
    LeaderboardDiff leaderboard = leaderboard(older.leaderboard(), newer.leaderboard());
    if (statistics == null && leaderboard == null) {
      throw new InvalidConfigurationException(
          List.of("--old, --new: one is a leaderboard and the other has none beside it"));
    }
    return new SnapshotDiff(older, newer, statistics, leaderboard);
  }

  /** Whether anything differs in what was compared. */
  boolean hasChanges() {
    return (statistics != null && statistics.hasChanges())
        || (leaderboard != null && leaderboard.hasChanges());
  }

  private static @Nullable StatisticsDiff statistics(@Nullable String older, @Nullable String newer)
      throws IOException {
    if (older == null || newer == null) {
      return null;
    }
    StatisticsDiff.Builder builder = new StatisticsDiff.Builder();
    OrderedRows.compare(
        ComprehensiveStatistics.class,
        older,
        newer,
        builder::removed,
        builder::added,
        builder::common);
    return builder.build();
  }

  private static @Nullable LeaderboardDiff leaderboard(
      @Nullable String older, @Nullable String newer) throws IOException {
    if (older == null || newer == null) {
      return null;
    }
    LeaderboardDiff.Builder builder = new LeaderboardDiff.Builder();
    OrderedRows.compare(
        ModelStatistics.class, older, newer, builder::removed, builder::added, builder::common);
    return builder.build();
  }
}
