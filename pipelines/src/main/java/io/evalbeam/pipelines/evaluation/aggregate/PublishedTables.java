package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.publish.Json;
import io.evalbeam.io.publish.StagedBytes;
import io.evalbeam.io.table.TableConcatenation;
import io.evalbeam.io.table.TableFileWriter;
import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.evaluation.GroupScore;
import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.schemas.evaluation.PairComparison;
import io.evalbeam.schemas.evaluation.PerturbationEffect;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.reference.MetricCatalog;
import io.evalbeam.schemas.reference.ReleaseSchemas;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.transforms.aggregate.CellFlags;
import io.evalbeam.transforms.aggregate.GroupTables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the tables of one moment and counts what is in them. */
final class PublishedTables {
  private final AggregateSettings settings;
  private final String staging;
  private final List<StagedFile> files = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();

  PublishedTables(AggregateSettings settings, String staging) {
    this.settings = settings;
    this.staging = staging;
  }

  /**
   * Comprehensive statistics, streamed.
   *
   * @return the tables of every benchmark that has a release schema, filled in the order of rows
   */
  Map<String, GroupTables> statistics(List<String> paths, CellFlags flags) throws IOException {
    Table<ComprehensiveStatistics> table = Table.of(ComprehensiveStatistics.class);
    Map<String, GroupTables> groups = new TreeMap<>();
    ReleaseSchemas schemas = settings.references().releaseSchemas();
    MetricCatalog metrics = settings.references().metrics();
    Set<String> tasks = new HashSet<>();
    try (TableFileWriter<ComprehensiveStatistics> writer =
        new TableFileWriter<>(table, staging, target(table))) {
      TableRows.merge(
          ComprehensiveStatistics.class,
          paths,
          row -> {
            writer.write(flags.flagged(row));
            schemas
                .find(row.benchmark())
                .ifPresent(
                    schema ->
                        groups
                            .computeIfAbsent(
                                row.benchmark(),
                                name -> new GroupTables(row.source(), schema, metrics))
                            .add(row));
            count("cells", row.benchmark(), 1);
            count("tasks", row.benchmark(), tasks.add(row.benchmark() + row.task()) ? 1 : 0);
            if (row.mainMetric() && row.publishedSplit() && row.perturbation() == null) {
              count("instances", row.benchmark(), row.n() + row.nMissing());
            }
          });
      files.add(writer.finish());
    }
    return groups;
  }

  void leaderboard(List<ModelStatistics> rows) throws IOException {
    Table<ModelStatistics> table = Table.of(ModelStatistics.class);
    List<ModelStatistics> sorted = write(ModelStatistics.class, rows);
    sorted.forEach(row -> count("models", row.benchmark(), 1));
    files.add(
        StagedBytes.write(
            staging,
            settings.layout().dated("leaderboard", "csv"),
            "leaderboard",
            sorted.size(),
            LeaderboardCsv.of(table, sorted)));
    files.add(
        StagedBytes.write(
            staging,
            settings.layout().dated("leaderboard", "json"),
            "leaderboard",
            sorted.size(),
            Json.write(sorted)));
  }

  /**
   * Pairs of models.
   *
   * @param overall over all tasks
   * @param byTask files of finished rows, which follow
   */
  void pairs(List<PairComparison> overall, List<String> byTask) throws IOException {
    Table<PairComparison> table = Table.of(PairComparison.class);
    List<String> parts = new ArrayList<>();
    List<PairComparison> sorted = overall.stream().sorted(table.keyOrder()).toList();
    parts.add(staged(table, sorted, target(table)).staged());
    parts.addAll(byTask);
    files.add(TableConcatenation.write(table, parts, staging, target(table)));
  }

  void effects(List<PerturbationEffect> rows) throws IOException {
    write(PerturbationEffect.class, rows);
  }

  void groups(List<GroupScore> rows) throws IOException {
    write(GroupScore.class, rows);
  }

  void issues(List<Issue> rows) throws IOException {
    Table<Issue> table = Table.of(Issue.class);
    rows.sort(table.keyOrder());
    String directory = "issues/" + AggregateStats.NAME + "/" + settings.layout().source();
    files.add(staged(table, rows, directory + "/issues.parquet"));
  }

  /** The pointer at the tables written so far. */
  void pointAtLatest() throws IOException {
    files.add(
        StagedBytes.write(
            staging,
            settings.layout().latest(),
            "latest",
            1,
            Json.write(LatestStatistics.of(settings, files))));
  }

  /** The files of all tables written. */
  List<StagedFile> files() {
    return files;
  }

  /** Counts by benchmark. */
  List<StageCount> counts() {
    List<StageCount> result = new ArrayList<>();
    counts.forEach(
        (key, count) -> {
          String[] measureAndGroup = key.split("\n", 2);
          result.add(
              new StageCount(
                  settings.layout().stage(), measureAndGroup[0], measureAndGroup[1], count));
        });
    return result;
  }

  private <T> List<T> write(Class<T> type, List<T> rows) throws IOException {
    Table<T> table = Table.of(type);
    List<T> sorted = rows.stream().sorted(table.keyOrder()).toList();
    files.add(staged(table, sorted, target(table)));
    return sorted;
  }

  private <T> StagedFile staged(Table<T> table, List<T> sorted, String target) throws IOException {
    try (TableFileWriter<T> writer = new TableFileWriter<>(table, staging, target)) {
      for (T row : sorted) {
        writer.write(row);
      }
      return writer.finish();
    }
  }

  private String target(Table<?> table) {
    return settings.layout().dated(table.name(), "parquet");
  }

  private void count(String measure, String benchmark, long count) {
    counts.merge(measure + "\n" + benchmark, count, Long::sum);
  }
}
