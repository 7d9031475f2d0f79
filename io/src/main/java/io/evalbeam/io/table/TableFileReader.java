package io.evalbeam.io.table;

import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.parquet.ParquetRuntimeException;
import org.apache.parquet.hadoop.ParquetReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one Parquet file of a table in file order, one at a time and without a
 * pipeline: for commands that answer a question on the spot.
 *
 * @param <T> row type of the table
 */
public final class TableFileReader<T> implements AutoCloseable {
  private final String path;
  private final ChannelInput input;
  private final ParquetReader<T> rows;

  /**
   * Opens a file.
   *
   * @throws java.io.FileNotFoundException when there is none
   */
  public TableFileReader(Table<T> table, String path) throws IOException {
    this.path = path;
    this.input = ChannelInput.open(path);
    this.rows = RecordReadSupport.reader(table, input);
  }

  /**
   * Gives every row of a file, in file order.
   *
   * @throws java.io.FileNotFoundException when there is none
   */
  public static <T> void forEach(Class<T> rowType, String path, Consumer<? super T> taker)
      throws IOException {
    try (TableFileReader<T> reader = new TableFileReader<>(Table.of(rowType), path)) {
      for (T row = reader.read(); row != null; row = reader.read()) {
        taker.accept(row);
      }
    }
  }

  /**
   * The next row; null after the last.
   *
   * @throws MalformedTableException when the file has other columns, or is damaged
   */
  public @Nullable T read() throws IOException {
    try {
      return rows.read();
    } catch (ParquetRuntimeException e) {
      throw new MalformedTableException(path + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    try (input) {
      rows.close();
    }
  }
}
