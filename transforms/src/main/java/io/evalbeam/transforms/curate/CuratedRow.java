package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.csv.FormulaGuard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a curated table, by column name.
 *
 * @param cells cells that are not empty, as typed, in column order
 */
public record CuratedRow(Map<String, String> cells) {
  private static final String NOTE_SEPARATOR = " | ";

  /** FLOP to three digits descending, then name by code point; rows without FLOP last. */
  public static final Comparator<CuratedRow> ORDER =
      Comparator.comparing(
              CuratedRow::roundedFlop, Comparator.nullsLast(Comparator.<Double>reverseOrder()))
          .thenComparing(row -> row.cell(CuratedColumns.MODEL), CodePointOrder.INSTANCE)
          .thenComparing(row -> row.cell(CuratedColumns.DEVELOPER), CodePointOrder.INSTANCE);

  public CuratedRow {
    Map<String, String> kept = new LinkedHashMap<>();
    cells.forEach(
        (column, cell) -> {
          if (!cell.isEmpty()) {
            kept.put(column, cell);
          }
        });
    cells = Collections.unmodifiableMap(kept);
  }

  /** Rows of a table in file order. */
  public static List<CuratedRow> of(CsvTable table) {
    List<CuratedRow> rows = new ArrayList<>();
    for (List<String> cells : table.rows()) {
      Map<String, String> byColumn = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(cells.size(), table.header().size()); i++) {
        byColumn.put(table.header().get(i), cells.get(i));
      }
      rows.add(new CuratedRow(byColumn));
    }
    return rows;
  }

  /** The cell as typed; empty when there is none. */
  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  /** The same row with one cell set; an empty value clears it. */
  public CuratedRow with(String column, String value) {
    Map<String, String> changed = new LinkedHashMap<>(cells);
    changed.put(column, value);
    return new CuratedRow(changed);
  }

  /** Whether a person vouches for the row: {@code y} in either case. */
  public boolean verified() {
    return cell(CuratedColumns.VERIFIED).strip().equalsIgnoreCase("y");
  }

  /** The name without the mark against formulas. */
  public String model() {
    return FormulaGuard.unguard(cell(CuratedColumns.MODEL)).strip();
  }

  /** The developer without the mark against formulas. */
  public String developer() {
    return FormulaGuard.unguard(cell(CuratedColumns.DEVELOPER)).strip();
  }

  /** Training compute, FLOP; null when blank or no number. */
  public @Nullable Double flop() {
    return FlopText.parse(cell(CuratedColumns.TRAINING_FLOP));
  }

  /** The same row with a note after the others, unless it is there already. */
  CuratedRow withNote(String note) {
    String notes = cell(CuratedColumns.NOTES);
    if (note.isBlank() || hasNote(note)) {
      return this;
    }
    return with(
        CuratedColumns.NOTES,
        notes.isBlank() ? FormulaGuard.guard(note) : notes + NOTE_SEPARATOR + note);
  }

  /** Whether the notes are this note or list it among others. */
  boolean hasNote(String note) {
    String notes = FormulaGuard.unguard(cell(CuratedColumns.NOTES));
    String wanted = FormulaGuard.unguard(note);
    return (NOTE_SEPARATOR + notes + NOTE_SEPARATOR)
        .contains(NOTE_SEPARATOR + wanted + NOTE_SEPARATOR);
  }

  /** The same row with those cells of another that this one lacks. */
  CuratedRow filledFrom(CuratedRow other) {
    Map<String, String> filled = new LinkedHashMap<>(cells);
    other.cells().forEach(filled::putIfAbsent);
    return new CuratedRow(filled);
  }

  private @Nullable Double roundedFlop() {
    Double flop = flop();
    return flop == null ? null : (Double) Double.parseDouble(FlopText.threeDigits(flop));
  }
}
