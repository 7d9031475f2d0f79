package io.evalbeam.io.table;

import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.beam.sdk.io.parquet.ParquetIO;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes rows of one table, in the order given, to one Parquet file (zstd) in the staging folder.
 * The bytes depend on the rows alone.
 *
 * @param <T> row type of the table
 */
public final class TableFileWriter<T> implements AutoCloseable {
  private final Table<T> table;
  private final RecordConverter converter;
  private final StagedParquet output;
  private final ParquetIO.Sink sink;
  private long rows;

  /**
   * Opens a file of its own for this attempt.
   *
   * @param staging directory for unpublished files
   * @param target path the file will have, relative to the output directory
   */
  public TableFileWriter(Table<T> table, String staging, String target) throws IOException {
    this.table = table;
    Schema schema = AvroTables.schema(table);
    this.converter = new RecordConverter(table.rowType(), schema);
    this.sink =
        ParquetIO.sink(schema)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            // The three-level lists of the Parquet specification, which all readers know.
            .withConfiguration(Map.of("parquet.avro.write-old-list-structure", "false"));
    this.output = StagedParquet.create(staging, target);
    sink.open(Channels.newChannel(output.content()));
  }

  public void write(T row) throws IOException {
    sink.write(converter.toAvro(row));
    rows++;
  }

  /** Completes the file. */
  public StagedFile finish() throws IOException {
    return output.finish(sink::flush, table.name(), rows);
  }

  @Override
  public void close() throws IOException {
    output.close();
  }
}
