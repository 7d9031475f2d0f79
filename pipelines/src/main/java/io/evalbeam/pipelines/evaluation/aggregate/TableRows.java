package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Merges files of one table, each in order of the key, into one sequence in that order. */
final class TableRows {
  private TableRows() {}

  /** Takes a row. */
  @FunctionalInterface
  interface Visitor<T> {
    /** Called in order. */
    void row(T row) throws IOException;
  }

  /** Gives all rows of all files in order; of equal keys the earlier file's first. */
  static <T> void merge(Class<T> type, List<String> paths, Visitor<T> visitor) throws IOException {
    Table<T> table = Table.of(type);
    Comparator<T> order = table.keyOrder();
    PriorityQueue<Head<T>> heads =
        new PriorityQueue<>(Comparator.comparing(Head<T>::row, order).thenComparing(Head::file));
    List<TableFileReader<T>> readers = new ArrayList<>();
    try {
      for (int file = 0; file < paths.size(); file++) {
        TableFileReader<T> reader = new TableFileReader<>(table, paths.get(file));
        readers.add(reader);
        advance(file, reader, heads);
      }
      for (Head<T> head = heads.poll(); head != null; head = heads.poll()) {
        visitor.row(head.row());
        advance(head.file(), readers.get(head.file()), heads);
      }
    } finally {
      for (TableFileReader<T> reader : readers) {
        reader.close();
      }
    }
  }

  /** All rows of all files, in order. */
  static <T> List<T> all(Class<T> type, List<String> paths) throws IOException {
    List<T> rows = new ArrayList<>();
    merge(type, paths, rows::add);
    return rows;
  }

  private static <T> void advance(int file, TableFileReader<T> reader, PriorityQueue<Head<T>> heads)
      throws IOException {
    T next = reader.read();
    if (next != null) {
      heads.add(new Head<>(next, file));
    }
  }

  private record Head<T>(T row, int file) {}
}
