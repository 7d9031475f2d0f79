package io.evalbeam.pipelines.evaluation.diff;

import io.evalbeam.transforms.snapshot.MeanChange;
import io.evalbeam.transforms.snapshot.ScoreCell;
import io.evalbeam.transforms.snapshot.ScoreChange;
import io.evalbeam.transforms.snapshot.SettingsChange;
import io.evalbeam.transforms.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Published scores that changed, each beside its uncertainty. */
final class ScoreLists {
  private static final int HASH_CHARACTERS = 8;

  private ScoreLists() {}

  /** Scores made with other prompt settings. */
  static String settings(List<SettingsChange> changes, int limit) {
    TextTable table =
        TextTable.of("benchmark", "task", "model", "method", "shots", "settings", "metric");
    return ReportList.of(
        "published scores made with other prompt settings",
        withMeans(table),
        changes,
        limit,
        change -> {
          ScoreCell older = change.older();
          ScoreCell newer = change.newer();
          List<String> cells = new ArrayList<>();
          cells.add(older.benchmark());
          cells.add(older.task());
          cells.add(model(older));
          cells.add(ReportList.change(older.adapterMethod(), newer.adapterMethod()));
          cells.add(ReportList.change(older.shots(), newer.shots()));
          cells.add(ReportList.change(hash(older), hash(newer)));
          cells.add(older.metric());
          addMeans(cells, change.change());
          return cells;
        });
  }

  /** Scores of the same cell that changed, and how to read them. */
  static String scores(List<ScoreChange> changes, int limit) {
    TextTable table = TextTable.of("benchmark", "task", "model", "metric", "split");
    String list =
        ReportList.of(
            "published scores that changed, largest first",
            withMeans(table),
            changes,
            limit,
            change -> {
              ScoreCell cell = change.cell();
              List<String> cells = new ArrayList<>();
              cells.add(cell.benchmark());
              cells.add(cell.task());
              cells.add(model(cell));
              cells.add(cell.metric());
              cells.add(
                  ReportList.text(cell.split())
                      + (cell.subSplit() == null ? "" : "/" + cell.subSplit()));
              addMeans(cells, change.change());
              return cells;
            });
    return list.isEmpty() ? "" : list + verdict(changes);
  }

  private static String verdict(List<ScoreChange> changes) {
    return String.format(
        Locale.ROOT,
        "%,d within and %,d beyond their uncertainty (Welch's t test at 5 %%), %,d untested, %,d with"
            + " the same mean over other instances.\n"
            + "Snapshots keep no scores of single instances, so no pairs can be compared: the test takes"
            + " both samples as independent.\n"
            + "Where they share instances it overstates the uncertainty; within does not mean"
            + " unchanged.\n",
        count(changes, MeanChange.Reading.WITHIN),
        count(changes, MeanChange.Reading.BEYOND),
        count(changes, MeanChange.Reading.UNTESTED),
        count(changes, MeanChange.Reading.SAME));
  }

  private static long count(List<ScoreChange> changes, MeanChange.Reading reading) {
    return changes.stream().filter(change -> change.change().reading() == reading).count();
  }

  private static TextTable withMeans(TextTable table) {
    return table
        .number("n")
        .number("old mean")
        .number("new mean")
        .number("difference")
        .number("± 1 se")
        .number("p")
        .text("uncertainty");
  }

  private static void addMeans(List<String> cells, MeanChange change) {
    cells.add(ReportList.change(change.olderN(), change.newerN()));
    cells.add(ReportList.number(change.olderMean()));
    cells.add(ReportList.number(change.newerMean()));
    cells.add(ReportList.signed(change.difference()));
    cells.add(ReportList.number(change.standardError()));
    Double p = change.p();
    cells.add(p == null ? "" : String.format(Locale.ROOT, "%.2g", p));
    cells.add(change.reading().name().toLowerCase(Locale.ROOT));
  }

  private static String model(ScoreCell cell) {
    String deployment = cell.modelDeployment();
    return deployment == null || deployment.equals(cell.modelName())
        ? cell.modelName()
        : cell.modelName() + " (" + deployment + ")";
  }

  private static String hash(ScoreCell cell) {
    String hash = cell.promptSettings();
    return hash.substring(0, Math.min(HASH_CHARACTERS, hash.length()));
  }
}
