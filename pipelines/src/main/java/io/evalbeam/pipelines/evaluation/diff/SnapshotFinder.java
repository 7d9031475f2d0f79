package io.evalbeam.pipelines.evaluation.diff;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.pipelines.evaluation.aggregate.LatestStatistics;
import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the tables of a snapshot by what a user names: a directory, a pointer or a table. */
final class SnapshotFinder {
  private static final String STATISTICS = Table.of(ComprehensiveStatistics.class).name();
  private static final String LEADERBOARD = Table.of(ModelStatistics.class).name();
  private static final String PARQUET = ".parquet";

  private SnapshotFinder() {}

  /**
   * The snapshot behind a path.
   *
   * @param source collection to take from a directory; null for the only one
   * @throws InvalidConfigurationException when there is none, or not exactly one
   */
  static Snapshot find(String path, @Nullable String source) throws IOException {
    if (path.endsWith(PARQUET)) {
      return ofTable(path).checked();
    }
    String pointer = path.endsWith(".json") ? path : pointer(path, source);
    return ofPointer(pointer).checked();
  }

  private static Snapshot ofTable(String path) throws IOException {
    String table = Snapshot.footer(path).table();
    if (table.equals(LEADERBOARD)) {
      return new Snapshot(null, path);
    }
    if (!table.equals(STATISTICS)) {
      throw wrong(
          path + ": holds the table " + table + ", not " + STATISTICS + " or " + LEADERBOARD);
    }
    String name = fileName(path);
    String beside =
        directory(path)
            + LEADERBOARD
            + name.substring(Math.min(STATISTICS.length(), name.length()));
    return new Snapshot(
        path, name.startsWith(STATISTICS) && BeamFiles.exists(beside) ? beside : null);
  }

  private static Snapshot ofPointer(String path) throws IOException {
    byte[] json = BeamFiles.readIfExists(path).orElseThrow(() -> wrong(path + ": no such file"));
    LatestStatistics latest;
    try {
      latest = LatestStatistics.read(json);
    } catch (IOException e) {
      throw new InvalidConfigurationException(
          path + ": not a latest_SOURCE.json of aggregate-stats", e);
    }
    String directory = directory(path);
    String statistics = beside(directory, latest, STATISTICS);
    if (statistics == null) {
      throw wrong(path + ": names no " + STATISTICS);
    }
    return new Snapshot(statistics, beside(directory, latest, LEADERBOARD));
  }

  /**
   * A table's Parquet file in the pointer's own directory, so that a copy of the directory is whole
   * and the pointer can name no file elsewhere.
   */
  private static @Nullable String beside(String directory, LatestStatistics latest, String table) {
    return latest.files().stream()
        .filter(file -> file.table().equals(table) && file.path().endsWith(PARQUET))
        .map(file -> directory + fileName(file.path()))
        .findFirst()
        .orElse(null);
  }

  private static String pointer(String directory, @Nullable String source) throws IOException {
    String names = LatestStatistics.fileName(source == null ? "*" : source);
    List<String> pointers = BeamFiles.list(BeamFiles.join(directory, "statistics"), names);
    if (pointers.isEmpty()) {
      pointers = BeamFiles.list(directory, names);
    }
    if (pointers.isEmpty()) {
      throw wrong(directory + ": no " + names + " there or in statistics/ below it");
    }
    if (pointers.size() > 1) {
      throw wrong(
          directory
              + ": statistics of several collections; choose one with --source: "
              + String.join(", ", pointers.stream().map(SnapshotFinder::fileName).toList()));
    }
    return pointers.get(0);
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String directory(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static InvalidConfigurationException wrong(String problem) {
    return new InvalidConfigurationException(List.of(problem));
  }
}
