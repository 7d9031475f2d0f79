package io.evalbeam.io.table;

import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/**
 * Writes records into Parquet's columns as they are. The files are those that {@code
 * AvroParquetWriter} makes, Avro schema included; its generic records, one more copy of every row,
 * are left out.
 *
 * @param <T> row type of a table
 */
final class RecordParquet<T> extends WriteSupport<T> {
  /** Bytes in memory; {@link StagedParquet} holds the last group once more. */
  static final long ROW_GROUP_BYTES = 16L << 20;

  private final Schema avro;
  private final MessageType schema;
  private final RecordFields fields;

  @SuppressWarnings("NullAway.Init") // Parquet prepares before it writes
  private RecordConsumer consumer;

  private RecordParquet(Table<T> table) {
    this.avro = AvroTables.schema(table);
    this.schema = new AvroSchemaConverter(configuration()).convert(avro);
    this.fields = new RecordFields(table.rowType(), schema);
  }

  /** A writer of rows of a table, zstd. */
  static <T> ParquetWriter<T> writer(Table<T> table, OutputFile output) throws IOException {
    return new Builder<>(output, new RecordParquet<>(table))
        .withConf(configuration())
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .withRowGroupSize(ROW_GROUP_BYTES)
        .build();
  }

  /** The three-level lists of the Parquet specification, which all readers know. */
  private static ParquetConfiguration configuration() {
    return new PlainParquetConfiguration(Map.of("parquet.avro.write-old-list-structure", "false"));
  }

  @Override
  @SuppressWarnings("deprecation") // abstract in Parquet
  public WriteContext init(Configuration configuration) {
    return context();
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return context();
  }

  private WriteContext context() {
    return new WriteContext(schema, Map.of("parquet.avro.schema", avro.toString()));
  }

  /** The name that goes with the schema's. */
  @Override
  public String getName() {
    return "avro";
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(T row) {
    consumer.startMessage();
    fields.write(row, consumer);
    consumer.endMessage();
  }

  private static final class Builder<T> extends ParquetWriter.Builder<T, Builder<T>> {
    private final WriteSupport<T> support;

    Builder(OutputFile output, WriteSupport<T> support) {
      super(output);
      this.support = support;
    }

    @Override
    protected Builder<T> self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in Parquet
    protected WriteSupport<T> getWriteSupport(Configuration configuration) {
      return support;
    }

    @Override
    protected WriteSupport<T> getWriteSupport(ParquetConfiguration configuration) {
      return support;
    }
  }
}
