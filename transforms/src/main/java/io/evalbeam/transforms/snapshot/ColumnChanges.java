package io.evalbeam.transforms.snapshot;

import io.evalbeam.schemas.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares rows of one table column by column and counts the columns that differ. */
final class ColumnChanges<T> {
  private final Table<T> table;
  private final long[] rows;

  ColumnChanges(Table<T> table) {
    this.table = table;
    this.rows = new long[table.schema().getFieldCount()];
  }

  /** Whether two rows differ; counts where. */
  boolean differ(T older, T newer) {
    boolean differ = false;
    for (int column = 0; column < rows.length; column++) {
      if (!Objects.equals(table.value(older, column), table.value(newer, column))) {
        rows[column]++;
        differ = true;
      }
    }
    return differ;
  }

  /** Columns in which rows differ, in order of declaration. */
  List<ColumnChange> list() {
    List<ColumnChange> changes = new ArrayList<>();
    for (int column = 0; column < rows.length; column++) {
      if (rows[column] > 0) {
        changes.add(new ColumnChange(table.schema().getField(column).getName(), rows[column]));
      }
    }
    return changes;
  }
}
