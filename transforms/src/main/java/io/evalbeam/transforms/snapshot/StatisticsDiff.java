package io.evalbeam.transforms.snapshot;

import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What changed between two tables of comprehensive statistics.
 *
 * @param benchmarks counts of rows, by benchmark
 * @param columns columns in which rows of both tables differ
 * @param models models that came, left or changed their name
 * @param settings published scores that were made with other prompt settings
 * @param scores published scores that differ, largest change first
 */
public record StatisticsDiff(
    List<BenchmarkCells> benchmarks,
    List<ColumnChange> columns,
    ModelChanges models,
    List<SettingsChange> settings,
    List<ScoreChange> scores) {

  public StatisticsDiff {
    benchmarks = List.copyOf(benchmarks);
    columns = List.copyOf(columns);
    settings = List.copyOf(settings);
    scores = List.copyOf(scores);
  }

  /** Whether any row differs. */
  public boolean hasChanges() {
    return benchmarks.stream()
        .anyMatch(cells -> cells.added() + cells.removed() + cells.changed() > 0);
  }

  /**
   * Takes the rows of both tables, each in the order of the key, and keeps only what changed: the
   * tables may be larger than memory.
   */
  public static final class Builder {
    private final SortedMap<String, BenchmarkCells> benchmarks = new TreeMap<>();
    private final ColumnChanges<ComprehensiveStatistics> columns =
        new ColumnChanges<>(Table.of(ComprehensiveStatistics.class));
    private final SnapshotModels olderModels = new SnapshotModels();
    private final SnapshotModels newerModels = new SnapshotModels();
    private final List<ComprehensiveStatistics> added = new ArrayList<>();
    private final List<ComprehensiveStatistics> removed = new ArrayList<>();
    private final List<ScoreChange> scores = new ArrayList<>();

    /** Takes a row that only the newer table has. */
    public void added(ComprehensiveStatistics row) {
      newerModels.add(row);
      count(BenchmarkCells.ofAdded(row.benchmark()));
      if (ScoreCell.isPublished(row)) {
        added.add(row);
      }
    }

    /** Takes a row that only the older table has. */
    public void removed(ComprehensiveStatistics row) {
      olderModels.add(row);
      count(BenchmarkCells.ofRemoved(row.benchmark()));
      if (ScoreCell.isPublished(row)) {
        removed.add(row);
      }
    }

    /** Takes the two rows of a key that both tables have. */
    public void common(ComprehensiveStatistics older, ComprehensiveStatistics newer) {
      olderModels.add(older);
      newerModels.add(newer);
      boolean differ = columns.differ(older, newer);
      count(BenchmarkCells.ofCommon(older.benchmark(), differ));
      if (differ && ScoreCell.isPublished(older) && ScoreCell.isPublished(newer)) {
        MeanChange change = MeanChange.between(older, newer);
        if (change.isChange()) {
          scores.add(new ScoreChange(ScoreCell.of(older), change));
        }
      }
    }

    /** The differences between the rows taken so far. */
    public StatisticsDiff build() {
      return new StatisticsDiff(
          List.copyOf(benchmarks.values()),
          columns.list(),
          olderModels.until(newerModels),
          SettingsChange.between(removed, added),
          // Stable: scores of equal change stay in the order of the key.
          scores.stream().sorted(ScoreChange.LARGEST_FIRST).toList());
    }

    private void count(BenchmarkCells cells) {
      benchmarks.merge(cells.benchmark(), cells, BenchmarkCells::plus);
    }
  }
}
