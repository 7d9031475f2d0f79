package io.evalbeam.io.table;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.HashingOutput;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.beam.sdk.io.parquet.ParquetIO;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes rows of one table, in the order given, to one Parquet file (zstd) in the staging folder.
 * The bytes depend on the rows alone. The file is built on the worker's own disk, since its footer
 * is put in order before it leaves.
 *
 * @param <T> row type of the table
 */
public final class TableFileWriter<T> implements AutoCloseable {
  private final Table<T> table;
  private final String staged;
  private final String target;
  private final RecordConverter converter;
  private final Path building;
  private final WritableByteChannel channel;
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
    this.target = target;
    // The name must differ between attempts of one task; it never reaches a published path.
    this.staged = BeamFiles.join(staging, UUID.randomUUID() + ".parquet");
    Schema schema = AvroTables.schema(table);
    this.converter = new RecordConverter(table.rowType(), schema);
    this.building = Files.createTempFile("evalbeam-table", ".parquet");
    this.channel = Channels.newChannel(Files.newOutputStream(building));
    this.sink =
        ParquetIO.sink(schema)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            // The three-level lists of the Parquet specification, which all readers know.
            .withConfiguration(Map.of("parquet.avro.write-old-list-structure", "false"));
    sink.open(channel);
  }

  public void write(T row) throws IOException {
    sink.write(converter.toAvro(row));
    rows++;
  }

  /** Completes the file. */
  public StagedFile finish() throws IOException {
    sink.flush();
    channel.close();
    HashingOutput output = new HashingOutput(BeamFiles.create(staged));
    try (output) {
      ParquetFooter.copySorted(building, output);
    }
    return new StagedFile(staged, target, table.name(), rows, output.bytes(), output.sha256());
  }

  /** Releases the worker's own file. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(building);
  }
}
