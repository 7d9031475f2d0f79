package io.evalbeam.pipelines.evaluation.diff;

import io.evalbeam.pipelines.run.Numbers;
import io.evalbeam.transforms.snapshot.ColumnChange;
import io.evalbeam.transforms.snapshot.LeaderboardDiff;
import io.evalbeam.transforms.snapshot.ModelChanges;
import io.evalbeam.transforms.snapshot.ModelName;
import io.evalbeam.transforms.snapshot.RankChange;
import io.evalbeam.transforms.snapshot.StatisticsDiff;
import io.evalbeam.transforms.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Differences between two snapshots for people. */
final class DiffReport {
  private final SnapshotDiff diff;
  private final int limit;

  /**
   * A report.
   *
   * @param limit most rows of each list
   */
  DiffReport(SnapshotDiff diff, int limit) {
    this.diff = diff;
    this.limit = limit;
  }

  String render() {
    String compared = "old: " + diff.older().files() + "\nnew: " + diff.newer().files() + "\n";
    String body = diff.hasChanges() ? statistics() + leaderboard() : "no differences\n";
    return compared + body + missing();
  }

  private String statistics() {
    StatisticsDiff statistics = diff.statistics();
    if (statistics == null) {
      return "";
    }
    return ReportList.of(
            "cells",
            TextTable.of("benchmark")
                .number("old")
                .number("new")
                .number("added")
                .number("removed")
                .number("changed"),
            statistics.benchmarks(),
            Integer.MAX_VALUE,
            row ->
                List.of(
                    row.benchmark(),
                    Numbers.grouped(row.older()),
                    Numbers.grouped(row.newer()),
                    Numbers.grouped(row.added()),
                    Numbers.grouped(row.removed()),
                    Numbers.grouped(row.changed())))
        + columns("cells", statistics.columns())
        + models(statistics.models())
        + ScoreLists.settings(statistics.settings(), limit)
        + ScoreLists.scores(statistics.scores(), limit);
  }

  private String leaderboard() {
    LeaderboardDiff leaderboard = diff.leaderboard();
    if (leaderboard == null) {
      return "";
    }
    // Beside statistics the models have been listed already.
    return (diff.statistics() == null ? models(leaderboard.models()) : "")
        + ranks(leaderboard.ranks())
        + columns("leaderboard rows", leaderboard.columns());
  }

  private String missing() {
    return diff.statistics() != null && diff.leaderboard() == null
        ? "Ranks were not compared: no leaderboard beside the statistics.\n"
        : "";
  }

  private static String columns(String what, List<ColumnChange> columns) {
    return columns.isEmpty()
        ? ""
        : columns.stream()
            .map(column -> column.column() + " " + Numbers.grouped(column.rows()))
            .collect(Collectors.joining(", ", "\n" + what + " that differ, by column: ", "\n"));
  }

  private String models(ModelChanges models) {
    List<List<String>> rows = new ArrayList<>();
    models
        .renamed()
        .forEach(
            renamed ->
                rows.add(
                    List.of(
                        "renamed?",
                        renamed.newer().benchmark(),
                        ReportList.change(renamed.older().modelName(), renamed.newer().modelName()),
                        ReportList.change(
                            renamed.older().modelDeployment(), renamed.newer().modelDeployment()),
                        renamed.reason())));
    models.added().forEach(model -> rows.add(row("added", model)));
    models.removed().forEach(model -> rows.add(row("removed", model)));
    return ReportList.of(
        "models",
        TextTable.of("change", "benchmark", "model", "deployment", "because of"),
        rows,
        limit,
        row -> row);
  }

  private static List<String> row(String change, ModelName model) {
    return List.of(
        change, model.benchmark(), model.modelName(), ReportList.text(model.modelDeployment()), "");
  }

  private String ranks(List<RankChange> ranks) {
    return ReportList.of(
        "ranks and scores on the leaderboard, largest move first",
        TextTable.of("benchmark", "model", "rank", "interval of ranks", "intervals overlap")
            .number("old macro")
            .number("new macro"),
        ranks,
        limit,
        change ->
            List.of(
                change.model().benchmark(),
                change.model().modelName(),
                ReportList.change(change.older().rank(), change.newer().rank()),
                ReportList.change(interval(change.older()), interval(change.newer())),
                overlap(change),
                ReportList.number(change.older().macro()),
                ReportList.number(change.newer().macro())));
  }

  private static String overlap(RankChange change) {
    Boolean overlap = change.intervalsOverlap();
    if (overlap == null) {
      return "";
    }
    return overlap ? "yes" : "no";
  }

  private static String interval(RankChange.Place place) {
    return Stream.of(place.rankLower(), place.rankUpper())
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .collect(Collectors.joining("-"));
  }
}
