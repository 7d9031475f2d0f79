package io.evalbeam.transforms.snapshot;

import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.schemas.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed between two leaderboards.
 *
 * @param models models that came, left or changed their name
 * @param columns columns in which rows of both differ
 * @param ranks models whose rank, interval of ranks or score differs, largest move first
 */
public record LeaderboardDiff(
    ModelChanges models, List<ColumnChange> columns, List<RankChange> ranks) {

  public LeaderboardDiff {
    columns = List.copyOf(columns);
    ranks = List.copyOf(ranks);
  }

  /** Whether any row differs. */
  public boolean hasChanges() {
    return models.hasChanges() || !columns.isEmpty();
  }

  /** Takes the rows of both leaderboards. */
  public static final class Builder {
    private final SnapshotModels olderModels = new SnapshotModels();
    private final SnapshotModels newerModels = new SnapshotModels();
    private final ColumnChanges<ModelStatistics> columns =
        new ColumnChanges<>(Table.of(ModelStatistics.class));
    private final List<RankChange> ranks = new ArrayList<>();

    /** Takes a row that only the newer leaderboard has. */
    public void added(ModelStatistics row) {
      newerModels.add(row);
    }

    /** Takes a row that only the older leaderboard has. */
    public void removed(ModelStatistics row) {
      olderModels.add(row);
    }

    /** Takes the two rows of a model that both have. */
    public void common(ModelStatistics older, ModelStatistics newer) {
      olderModels.add(older);
      newerModels.add(newer);
      RankChange.Place before = RankChange.Place.of(older);
      RankChange.Place after = RankChange.Place.of(newer);
      if (columns.differ(older, newer) && !before.equals(after)) {
        ranks.add(new RankChange(ModelName.of(newer), before, after));
      }
    }

    /** The differences between the rows taken so far. */
    public LeaderboardDiff build() {
      return new LeaderboardDiff(
          olderModels.until(newerModels),
          columns.list(),
          ranks.stream().sorted(RankChange.LARGEST_FIRST).toList());
    }
  }
}
