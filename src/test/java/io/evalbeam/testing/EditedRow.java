package io.evalbeam.testing;

import io.evalbeam.schemas.table.RecordAccess;
import io.evalbeam.schemas.table.Table;
import org.jspecify.annotations.Nullable;

/** Rows that differ from others in one column. */
public final class EditedRow {
  private EditedRow() {}

  /** A copy of a row with another value in a column, named as in the table. */
  public static <T> T of(Class<T> type, T row, String column, @Nullable Object value) {
    Table<T> table = Table.of(type);
    @Nullable Object[] values = new @Nullable Object[table.schema().getFieldCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = table.value(row, i);
    }
    values[table.schema().indexOf(column)] = value;
    return type.cast(RecordAccess.of(type).create(values));
  }
}
