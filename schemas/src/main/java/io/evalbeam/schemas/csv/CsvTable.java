package io.evalbeam.schemas.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of text cells. Columns are found by name, because files of one kind do not agree on their
 * order. Rows may be shorter than the header.
 *
 * @param header column names in file order
 * @param rows cells in file order; a blank cell is the empty text
 */
public record CsvTable(List<String> header, List<List<String>> rows) {

  public CsvTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Position of the first column with this name, -1 if there is none. */
  public int column(String name) {
    return header.indexOf(name);
  }

  /**
   * The cell as it stands; null when the table has no such column or the row ends before it.
   *
   * @param row index from 0
   */
  public @Nullable String cell(int row, String column) {
    int index = column(column);
    List<String> cells = rows.get(row);
    return index < 0 || index >= cells.size() ? null : cells.get(index);
  }
}
