package io.evalbeam.io.table;

import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one Parquet file of a table in file order, one at a time and without a
 * pipeline: for commands that answer a question on the spot.
 *
 * @param <T> row type of the table
 */
public final class TableFileReader<T> implements AutoCloseable {
  private final Table<T> table;
  private final RecordConverter converter;
  private final ChannelInput input;
  private final ParquetReader<GenericRecord> rows;

  /**
   * Opens a file.
   *
   * @throws java.io.FileNotFoundException when there is none
   */
  public TableFileReader(Table<T> table, String path) throws IOException {
    this.table = table;
    this.converter = new RecordConverter(table.rowType());
    this.input = ChannelInput.open(path);
    this.rows =
        AvroParquetReader.<GenericRecord>builder(input, new PlainParquetConfiguration())
            .withDataModel(GenericData.get())
            .build();
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

  /** The next row; null after the last. */
  public @Nullable T read() throws IOException {
    GenericRecord avro = rows.read();
    return avro == null ? null : table.rowType().cast(converter.fromAvro(avro));
  }

  @Override
  public void close() throws IOException {
    try (input) {
      rows.close();
    }
  }
}
