package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.csv.CsvFiles;
import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.table.Table;
import java.util.ArrayList;
import java.util.List;

/** A table of plain columns as CSV; missing values are empty cells, names cannot be formulas. */
final class LeaderboardCsv {
  private LeaderboardCsv() {}

  static <T> byte[] of(Table<T> table, List<T> rows) {
    List<String> header = table.schema().getFieldNames();
    List<List<String>> cells = new ArrayList<>();
    for (T row : rows) {
      List<String> line = new ArrayList<>();
      for (int column = 0; column < header.size(); column++) {
        Object value = table.value(row, column);
        line.add(value == null ? "" : value.toString());
      }
      cells.add(line);
    }
    return CsvFiles.export(new CsvTable(header, cells));
  }
}
