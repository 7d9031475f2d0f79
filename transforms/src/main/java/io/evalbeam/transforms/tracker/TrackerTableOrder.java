package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.tracking.DecimalText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Order of curated tables: training compute descending, then model by code point, blanks last. */
final class TrackerTableOrder {
  private TrackerTableOrder() {}

  /** The table with its rows in order; equal rows keep theirs. */
  static CsvTable sorted(CsvTable table) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, table.rows().size()).boxed().toList());
    Comparator<Integer> byFlop =
        Comparator.comparing(
            (Integer row) -> flop(table, row), Comparator.nullsLast(Comparator.reverseOrder()));
    order.sort(
        byFlop.thenComparing(row -> text(table, row, "model"), TrackerTableOrder::byCodePoint));
    return new CsvTable(table.header(), order.stream().map(table.rows()::get).toList());
  }

  /** Training compute of a row to three significant digits; null when blank or unreadable. */
  static @Nullable Double flop(CsvTable table, int row) {
    String text = text(table, row, "training_flop");
    try {
      double flop = Double.parseDouble(text);
      return Double.isFinite(flop) ? DecimalText.rounded(flop, 2) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A cell without outer space; empty when the column or the cell is missing. */
  static String text(CsvTable table, int row, String column) {
    String cell = table.cell(row, column);
    return cell == null ? "" : PythonText.strip(cell);
  }

  private static int byCodePoint(String a, String b) {
    int[] left = a.codePoints().toArray();
    int[] right = b.codePoints().toArray();
    return Arrays.compare(left, right);
  }
}
