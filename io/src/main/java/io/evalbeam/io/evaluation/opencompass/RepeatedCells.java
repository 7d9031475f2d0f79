package io.evalbeam.io.evaluation.opencompass;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds scores that a table states several times, because a model has two columns or a metric two
 * rows. Equal ones count once; of different ones none counts.
 */
final class RepeatedCells {

  /**
   * A score stated twice.
   *
   * @param line of the later statement
   * @param first text of the first statement, null when its row ended before it
   * @param second text of a later, different one
   */
  record Conflict(
      int line, String dataset, String model, @Nullable String first, @Nullable String second) {}

  private record Key(String dataset, @Nullable String metric, String model) {}

  private record Place(int line, int column, @Nullable String cell) {}

  private final SummaryTable table;
  private final Map<Key, Place> first = new HashMap<>();
  private final Map<Key, Conflict> conflicts = new HashMap<>();

  private RepeatedCells(SummaryTable table) {
    this.table = table;
  }

  static RepeatedCells of(SummaryTable table) {
    RepeatedCells repeated = new RepeatedCells(table);
    for (SummaryTable.Row row : table.rows()) {
      for (int i = 0; row.kind() == SummaryTable.Kind.SCORES && i < table.models().size(); i++) {
        repeated.add(row, i);
      }
    }
    return repeated;
  }

  private void add(SummaryTable.Row row, int column) {
    Key key = key(row, column);
    Place place = new Place(row.line(), column, row.cell(column));
    Place before = first.putIfAbsent(key, place);
    if (before != null && !equal(before.cell, place.cell)) {
      conflicts.putIfAbsent(
          key, new Conflict(row.line(), key.dataset, key.model, before.cell, place.cell));
    }
  }

  private static boolean equal(@Nullable String a, @Nullable String b) {
    Double number = a == null ? null : CellNumber.parse(a);
    if (number == null || b == null) {
      return Objects.equals(a, b);
    }
    return number.equals(CellNumber.parse(b));
  }

  /** Whether a cell is the one statement of its score that counts. */
  boolean counts(SummaryTable.Row row, int column) {
    Key key = key(row, column);
    Place place = first.get(key);
    return place != null
        && place.line == row.line()
        && place.column == column
        && !conflicts.containsKey(key);
  }

  /** Scores stated differently, in the order of lines. */
  List<Conflict> conflicts() {
    return conflicts.values().stream()
        .sorted(Comparator.comparingInt(Conflict::line).thenComparing(Conflict::model))
        .toList();
  }

  private Key key(SummaryTable.Row row, int column) {
    return new Key(row.dataset(), row.metric(), table.models().get(column));
  }
}
