package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.transforms.text.TextTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Leaderboards for people: the best models of each benchmark with their intervals. */
public final class LeaderboardTable {
  private static final int MOST_ROWS = 20;

  private static final String LEGEND =
      """
      rank: by macro, the mean over tasks. ranks: what the paired tests of all models leave open.
      win rate: share of models beaten, a task a vote. log strength: Bradley-Terry, over instances.
      """;

  private LeaderboardTable() {}

  /** Tables of all benchmarks of a published leaderboard. */
  public static String render(String path) throws IOException {
    SortedMap<String, List<ModelStatistics>> benchmarks = new TreeMap<>();
    TableFileReader.forEach(
        ModelStatistics.class,
        path,
        row -> benchmarks.computeIfAbsent(row.benchmark(), key -> new ArrayList<>()).add(row));
    StringBuilder text = new StringBuilder();
    benchmarks.forEach((benchmark, rows) -> text.append(render(benchmark, rows)));
    return text.toString();
  }

  private static String render(String benchmark, List<ModelStatistics> rows) {
    rows.sort(
        Comparator.comparing(ModelStatistics::rank, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ModelStatistics::modelName));
    TextTable table =
        TextTable.of()
            .number("rank")
            .number("ranks")
            .text("model")
            .number("tasks")
            .number("macro")
            .text("95 % interval")
            .number("pooled")
            .number("win rate")
            .number("log strength");
    for (ModelStatistics row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
      table.row(
          text(row.rank()),
          row.rankLower() == null ? "" : row.rankLower() + "-" + row.rankUpper(),
          model(row),
          tasks(row),
          number(row.macro()),
          row.macroLower() == null
              ? ""
              : "[" + number(row.macroLower()) + ", " + number(row.macroUpper()) + "]",
          number(row.pooled()),
          number(row.meanWinRate()),
          row.bradleyTerry() == null
              ? text(row.bradleyTerryFlag())
              : number(row.bradleyTerry()) + " ± " + number(row.bradleyTerrySe()));
    }
    String more =
        rows.size() > MOST_ROWS
            ? String.format(Locale.ROOT, "and %,d more\n", rows.size() - MOST_ROWS)
            : "";
    return "\nleaderboard of "
        + benchmark
        + " ("
        + rows.get(0).splits()
        + " split)\n"
        + table.render()
        + more
        + LEGEND;
  }

  /** The model, and how it was served where the name does not say so. */
  private static String model(ModelStatistics row) {
    String deployment = row.modelDeployment();
    return deployment == null || deployment.equals(row.modelName())
        ? row.modelName()
        : row.modelName() + " (" + deployment + ")";
  }

  /** Tasks with a score; where some are missing, of how many. */
  private static String tasks(ModelStatistics row) {
    return row.tasksMissing() == 0
        ? Integer.toString(row.tasks())
        : row.tasks() + " of " + (row.tasks() + row.tasksMissing());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
  }
}
