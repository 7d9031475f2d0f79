package io.evalbeam.pipelines.evaluation.diff;

import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows of a file that are in the order of the table's key, without two of one key. */
final class OrderedRows<T> implements AutoCloseable {
  private final String path;
  private final Comparator<T> order;
  private final TableFileReader<T> reader;
  private @Nullable T last;

  private OrderedRows(Table<T> table, String path) throws IOException {
    this.path = path;
    this.order = table.keyOrder();
    this.reader = new TableFileReader<>(table, path);
  }

  /**
   * Walks two files of one table side by side.
   *
   * @param removed takes rows whose key only the older file has
   * @param added takes rows whose key only the newer file has
   * @param common takes the rows of a key that both have
   * @throws InvalidConfigurationException when a file is not in the order of the key
   */
  static <T> void compare(
      Class<T> type,
      String olderPath,
      String newerPath,
      Consumer<T> removed,
      Consumer<T> added,
      BiConsumer<T, T> common)
      throws IOException {
    Table<T> table = Table.of(type);
    try (OrderedRows<T> olderRows = new OrderedRows<>(table, olderPath);
        OrderedRows<T> newerRows = new OrderedRows<>(table, newerPath)) {
      T older = olderRows.next();
      T newer = newerRows.next();
      while (older != null || newer != null) {
        int side = side(table.keyOrder(), older, newer);
        if (older != null && newer != null && side == 0) {
          common.accept(older, newer);
        } else if (older != null && side < 0) {
          removed.accept(older);
        } else if (newer != null) {
          added.accept(newer);
        }
        older = side <= 0 ? olderRows.next() : older;
        newer = side >= 0 ? newerRows.next() : newer;
      }
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Negative when the older row comes first, which is also when there is no newer one. */
  private static <T> int side(Comparator<T> order, @Nullable T older, @Nullable T newer) {
    if (older == null || newer == null) {
      return older == null ? 1 : -1;
    }
    return order.compare(older, newer);
  }

  private @Nullable T next() throws IOException {
    T row = reader.read();
    if (row != null && last != null && order.compare(last, row) >= 0) {
      throw new InvalidConfigurationException(
          List.of(
              path + ": rows are not in the order of their key; aggregate-stats did not write it"));
    }
    last = row;
    return row;
  }
}
