package io.evalbeam.io.table;

import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import org.apache.parquet.hadoop.ParquetWriter;

/**
 * Writes rows of one table, in the order given, to one Parquet file (zstd) in the staging folder.
 * The bytes depend on the rows alone.
 *
 * @param <T> row type of the table
 */
public final class TableFileWriter<T> implements AutoCloseable {
  private final Table<T> table;
  private final StagedParquet output;
  private final ParquetWriter<T> writer;
  private long rows;

  /**
   * Opens a file of its own for this attempt.
   *
   * @param staging directory for unpublished files
   * @param target path the file will have, relative to the output directory
   */
  public TableFileWriter(Table<T> table, String staging, String target) throws IOException {
    this.table = table;
    this.output = StagedParquet.create(staging, target);
    this.writer = RecordParquet.writer(table, new ParquetOutput(output.content()));
  }

  public void write(T row) throws IOException {
    writer.write(row);
    rows++;
  }

  /** Completes the file. */
  public StagedFile finish() throws IOException {
    return output.finish(writer, table.name(), rows);
  }

  @Override
  public void close() throws IOException {
    output.close();
  }
}
