package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.transforms.text.TextTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a synchronisation would do to its target. Printing it is the dry run; nothing happens before
 * {@link #apply}.
 *
 * @param target the table as it stands
 * @param additions rows that the target lacks, by column
 * @param changes cells that differ in rows that both have
 * @param unmapped names that the name map lacks
 * @param conflicts rows that cannot be matched one to one and are left out, as sentences
 * @param unchanged rows that both have and that say the same
 */
public record SyncPlan(
    CsvTable target,
    List<Map<String, String>> additions,
    List<CellChange> changes,
    List<UnmappedName> unmapped,
    List<String> conflicts,
    int unchanged) {

  /**
   * A cell that would change.
   *
   * @param row index in the target, from 0
   * @param name name of the row in the target
   * @param from cell as it stands; empty when the change only fills a gap
   * @param to cell as it would be
   */
  public record CellChange(int row, String name, String column, String from, String to) {
    /** Whether the target has no value yet, so that nothing is overwritten. */
    public boolean fills() {
      return from.isBlank();
    }
  }

  /** A name that the map lacks, with the name that would be used if a person agrees. */
  public record UnmappedName(String name, String suggestion) {}

  public SyncPlan {
    additions =
        additions.stream()
            .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
            .toList();
    changes = List.copyOf(changes);
    unmapped = List.copyOf(unmapped);
    conflicts = List.copyOf(conflicts);
  }

  /** Whether a person must extend the name map, or agree to the suggestions, first. */
  public boolean blocked() {
    return !unmapped.isEmpty();
  }

  /** Changes that would replace a value; they happen only when overwriting is asked for. */
  public List<CellChange> overwrites() {
    return changes.stream().filter(change -> !change.fills()).toList();
  }

  /**
   * The target with new rows at its end and gaps filled.
   *
   * @param overwrite whether values that differ are replaced too
   * @throws IllegalStateException when the plan is blocked
   */
  public CsvTable apply(boolean overwrite) {
    if (blocked()) {
      throw new IllegalStateException("names without a mapping block the synchronisation");
    }
    Set<String> header = new LinkedHashSet<>(target.header());
    additions.forEach(row -> header.addAll(row.keySet()));
    List<CellChange> applied =
        changes.stream().filter(change -> overwrite || change.fills()).toList();
    applied.forEach(change -> header.add(change.column()));
    List<String> columns = List.copyOf(header);
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : target.rows()) {
      List<String> cells = new ArrayList<>(row);
      while (cells.size() < columns.size()) {
        cells.add("");
      }
      rows.add(cells);
    }
    applied.forEach(
        change -> rows.get(change.row()).set(columns.indexOf(change.column()), change.to()));
    for (Map<String, String> addition : additions) {
      rows.add(columns.stream().map(column -> addition.getOrDefault(column, "")).toList());
    }
    return new CsvTable(columns, rows);
  }

  /**
   * The plan as a table for people with totals at the end: {@code +} new row, {@code .} gap filled,
   * {@code ~} value that differs, {@code ?} name without a mapping, {@code !} conflict.
   *
   * @param maxWidth characters a line
   */
  public String render(int maxWidth) {
    TextTable table = TextTable.of("", "model", "column", "from", "to");
    for (Map<String, String> addition : additions) {
      String name = addition.values().stream().findFirst().orElse("");
      addition.forEach((column, cell) -> table.row("+", name, column, "", cell));
    }
    for (CellChange change : changes) {
      String sign = change.fills() ? "." : "~";
      table.row(sign, change.name(), change.column(), change.from(), change.to());
    }
    unmapped.forEach(name -> table.row("?", name.name(), "", "", name.suggestion()));
    conflicts.forEach(conflict -> table.row("!", conflict, "", "", ""));
    return table.render(maxWidth)
        + String.format(
            Locale.ROOT,
            "%d rows to add, %d gaps to fill, %d values that differ, %d rows alike, %d names"
                + " without a mapping, %d conflicts\n",
            additions.size(),
            changes.size() - overwrites().size(),
            overwrites().size(),
            unchanged,
            unmapped.size(),
            conflicts.size());
  }
}
