package io.evalbeam.transforms.tracker;

import static io.evalbeam.transforms.tracker.TrackerTableOrder.text;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings existing curated tables up to date under the {@code tracker} policy.
 *
 * <p>A known defect of the original is kept: where a name was found in both tables, duplicates
 * within a table are thinned without regard to verification. Rows of human work that go this way
 * are reported as issues.
 */
public final class TrackerRefresh {

  /** New tables and what a person should know about them. */
  public record Refreshed(TrackerCuration.Tables tables, List<Issue> issues) {
    public Refreshed {
      issues = List.copyOf(issues);
    }
  }

  private final String stage;
  private final Map<String, @Nullable Double> estimates = new HashMap<>();
  private final Collection<TrackedModel> models;
  private final List<Issue> issues = new ArrayList<>();

  private TrackerRefresh(Collection<TrackedModel> models, String stage) {
    this.models = models;
    this.stage = stage;
    for (TrackedModel model : models) {
      estimates.put(TrackerMerge.key(model.name()), TrackerCuration.storedFlop(model));
    }
  }

  /**
   * Refreshes two tables.
   *
   * @param above, below existing tables; null for a fresh one
   * @param models all estimated models
   * @param stage for issues
   */
  public static Refreshed refresh(
      @Nullable CsvTable above,
      @Nullable CsvTable below,
      Collection<TrackedModel> models,
      String stage) {
    return new TrackerRefresh(models, stage).refresh(above, below);
  }

  private Refreshed refresh(@Nullable CsvTable above, @Nullable CsvTable below) {
    CsvTable newAbove = update(above, TrackerCuration.candidates(models));
    CsvTable newBelow = update(below, TrackerCuration.others(models));

    Set<String> shared = names(newAbove);
    shared.retainAll(names(newBelow));
    Set<String> leaveAbove = new TreeSet<>();
    Set<String> leaveBelow = new TreeSet<>();
    for (String name : shared) {
      settle(name, newAbove, newBelow, leaveAbove, leaveBelow);
    }
    newAbove = without(newAbove, leaveAbove);
    newBelow = without(newBelow, leaveBelow);
    if (!shared.isEmpty()) {
      newAbove = oneRowPerName("above", newAbove);
      newBelow = oneRowPerName("below", newBelow);
    }
    return new Refreshed(new TrackerCuration.Tables(newAbove, newBelow), issues);
  }

  private static CsvTable update(@Nullable CsvTable existing, List<TrackedModel> fresh) {
    CsvTable table =
        existing == null ? new CsvTable(TrackerCuration.COLUMNS, List.of()) : withColumns(existing);
    Map<List<String>, TrackedModel> byKey = new LinkedHashMap<>();
    for (TrackedModel model : fresh) {
      byKey.putIfAbsent(key(model.name(), model.developer()), model);
    }
    Set<List<String>> seen = new LinkedHashSet<>();
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      List<String> key = key(text(table, row, "model"), text(table, row, "developer"));
      seen.add(key);
      TrackedModel model = byKey.get(key);
      if (model == null || isVerified(table, row)) {
        rows.add(table.rows().get(row));
      } else {
        rows.add(cells(table.header(), model, table, row));
      }
    }
    byKey.forEach(
        (key, model) -> {
          if (!seen.contains(key)) {
            rows.add(cells(table.header(), model, null, 0));
          }
        });
    return TrackerTableOrder.sorted(new CsvTable(table.header(), rows));
  }

  private static CsvTable withColumns(CsvTable table) {
    List<String> header = new ArrayList<>(table.header());
    TrackerCuration.COLUMNS.stream().filter(c -> !header.contains(c)).forEach(header::add);
    if (header.size() == table.header().size()) {
      return table;
    }
    List<List<String>> rows = new ArrayList<>();
    for (List<String> cells : table.rows()) {
      List<String> longer = new ArrayList<>(cells);
      while (longer.size() < header.size()) {
        longer.add("");
      }
      rows.add(longer);
    }
    return new CsvTable(header, rows);
  }

  /** A fresh row in the table's column order, with what people wrote into the row it replaces. */
  private static List<String> cells(
      List<String> header, TrackedModel model, @Nullable CsvTable table, int replacedRow) {
    List<String> fresh = TrackerCuration.row(model);
    List<String> cells = new ArrayList<>();
    for (String column : header) {
      int index = TrackerCuration.COLUMNS.indexOf(column);
      boolean kept = index < 0 || column.equals("verified") || column.equals("notes");
      String old = kept && table != null ? table.cell(replacedRow, column) : null;
      String blankOrFresh = index < 0 ? "" : fresh.get(index);
      cells.add(old == null ? blankOrFresh : old);
    }
    return cells;
  }

  private void settle(
      String name, CsvTable above, CsvTable below, Set<String> leaveAbove, Set<String> leaveBelow) {
    boolean verifiedAbove = isVerified(above, name);
    boolean verifiedBelow = isVerified(below, name);
    if (verifiedAbove && verifiedBelow) {
      issues.add(
          Issue.warning(
              IssueCode.VALUES_CONFLICT,
              stage,
              "curated tables",
              name,
              name,
              "verified rows of this model stand in both tables"));
      return;
    }
    if (verifiedAbove || verifiedBelow) {
      (verifiedAbove ? leaveBelow : leaveAbove).add(name);
      return;
    }
    boolean isBelow =
        TrackerClasses.classify(flop(name, above)) == ThresholdClass.HIGH_CONFIDENCE_BELOW;
    (isBelow ? leaveAbove : leaveBelow).add(name);
  }

  /** The estimate if there is one for this name, else the first value of the table. */
  private @Nullable Double flop(String name, CsvTable table) {
    if (estimates.containsKey(name)) {
      return estimates.get(name);
    }
    for (int row = 0; row < table.rows().size(); row++) {
      if (name(table, row).equals(name)) {
        return TrackerTableOrder.flop(table, row);
      }
    }
    return null;
  }

  private CsvTable oneRowPerName(String which, CsvTable table) {
    Map<String, Integer> best = new LinkedHashMap<>();
    for (int row = 0; row < table.rows().size(); row++) {
      String name = name(table, row);
      Integer other = best.get(name);
      if (other == null || isHigher(table, name, row, other)) {
        best.put(name, row);
      }
    }
    Set<Integer> kept = new TreeSet<>(best.values());
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      if (kept.contains(row)) {
        rows.add(table.rows().get(row));
      } else if (isVerified(table, row)) {
        issues.add(
            Issue.rejected(
                IssueCode.VALUES_CONFLICT,
                stage,
                which + " table",
                name(table, row),
                String.join(",", table.rows().get(row)),
                "policy tracker keeps one row per name, and dropped this verified one"));
      }
    }
    return new CsvTable(table.header(), rows);
  }

  /** Rows of a name with an estimate all count with that estimate, so the first one stays. */
  private boolean isHigher(CsvTable table, String name, int row, int other) {
    if (estimates.containsKey(name)) {
      return false;
    }
    Double flop = TrackerTableOrder.flop(table, row);
    Double otherFlop = TrackerTableOrder.flop(table, other);
    return flop != null && (otherFlop == null || flop > otherFlop);
  }

  private static CsvTable without(CsvTable table, Set<String> names) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      if (!names.contains(name(table, row))) {
        rows.add(table.rows().get(row));
      }
    }
    return new CsvTable(table.header(), rows);
  }

  private static Set<String> names(CsvTable table) {
    Set<String> names = new TreeSet<>();
    for (int row = 0; row < table.rows().size(); row++) {
      names.add(name(table, row));
    }
    return names;
  }

  private static boolean isVerified(CsvTable table, String name) {
    for (int row = 0; row < table.rows().size(); row++) {
      if (name(table, row).equals(name) && isVerified(table, row)) {
        return true;
      }
    }
    return false;
  }

  static boolean isVerified(CsvTable table, int row) {
    return text(table, row, "verified").equalsIgnoreCase("y");
  }

  private static String name(CsvTable table, int row) {
    return TrackerMerge.key(text(table, row, "model"));
  }

  private static List<String> key(String name, String developer) {
    return List.of(TrackerMerge.key(name), TrackerMerge.key(developer));
  }
}
