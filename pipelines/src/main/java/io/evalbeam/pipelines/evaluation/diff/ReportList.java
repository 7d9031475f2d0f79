package io.evalbeam.pipelines.evaluation.diff;

import io.evalbeam.pipelines.run.Numbers;
import io.evalbeam.transforms.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A titled list of a report that shows its first rows and counts the others. */
final class ReportList {
  private ReportList() {}

  /**
   * The list as text; empty when there are no rows.
   *
   * @param table columns, without rows
   * @param limit most rows
   */
  static <T> String of(
      String title, TextTable table, List<T> rows, int limit, Function<T, List<String>> cells) {
    if (rows.isEmpty()) {
      return "";
    }
    rows.stream().limit(limit).map(cells).forEach(table::row);
    String more =
        rows.size() > limit
            ? "and " + Numbers.grouped(rows.size() - limit) + " more; --all lists them\n"
            : "";
    return "\n" + title + "\n" + table.render() + more;
  }

  /** A value as it is; empty when missing. */
  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** Both values when they differ. */
  static String change(@Nullable Object older, @Nullable Object newer) {
    String before = text(older);
    String after = text(newer);
    return before.equals(after) ? before : before + " -> " + after;
  }

  /** Four decimals; empty when missing. */
  static String number(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
  }

  /** Four decimals and a sign; empty when missing. */
  static String signed(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%+.4f", value);
  }
}
