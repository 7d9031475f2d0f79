package io.evalbeam.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first table that a command printed: cells by row name and column name. */
public final class PrintedTable {
  private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

  private PrintedTable() {}

  /** Parses it; columns are two or more spaces apart and a line of dashes is under the header. */
  public static PrintedTable of(String output) {
    List<String> lines = output.lines().toList();
    PrintedTable table = new PrintedTable();
    int dashes = 0;
    while (!lines.get(dashes).startsWith("---")) {
      dashes++;
    }
    List<String> header = cells(lines.get(dashes - 1));
    for (String line : lines.subList(dashes + 1, lines.size())) {
      if (line.isBlank()) {
        break;
      }
      List<String> cells = cells(line);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      table.rows.put(cells.get(0), row);
    }
    return table;
  }

  private static List<String> cells(String line) {
    return List.of(line.strip().split(" {2,}", -1));
  }

  /** Names of the rows, from the first column. */
  public List<String> names() {
    return List.copyOf(rows.keySet());
  }

  /** A cell as text; empty when it is not there. */
  public String text(String row, String column) {
    return rows.getOrDefault(row, Map.of()).getOrDefault(column, "");
  }

  /** A cell as a whole number. */
  public long number(String row, String column) {
    return Long.parseLong(text(row, column).replace(",", ""));
  }
}
