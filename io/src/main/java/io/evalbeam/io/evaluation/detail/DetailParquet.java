package io.evalbeam.io.evaluation.detail;

import io.evalbeam.io.table.ParquetOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeMap;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * A Parquet file of the detail table while it is written. Parquet's {@code ParquetWriter} does the
 * same, but does not let the dictionaries be chosen ({@link RepeatedTexts}).
 */
final class DetailParquet implements Closeable {
  /** Bytes in memory, which Parquet counts after compression; the last group is held once more. */
  private static final long ROW_GROUP_BYTES = 16L << 20;

  private static final int ROWS_BETWEEN_SIZE_CHECKS = 100;

  /** Leaves with the bulk of the values, whose smallest and largest help nobody to skip rows. */
  private static final List<String> WITHOUT_STATISTICS =
      List.of(
          "evaluation_id",
          "raw_input",
          "references.list.element.text",
          "references.list.element.correct",
          "ground_truth.list.element",
          "output",
          "mapped_output",
          "metrics.key_value.key",
          "metrics.key_value.value");

  private final ParquetProperties properties = properties();
  private final CodecFactory codecs =
      new CodecFactory(new PlainParquetConfiguration(), ParquetProperties.DEFAULT_PAGE_SIZE);
  private final ParquetFileWriter file;
  private RowGroup group;

  DetailParquet(OutputStream content) throws IOException {
    file =
        new ParquetFileWriter(
            new ParquetOutput(content),
            DetailSchema.MESSAGE,
            ParquetFileWriter.Mode.CREATE,
            ROW_GROUP_BYTES,
            0,
            null,
            properties);
    file.start();
    group = new RowGroup();
  }

  private static ParquetProperties properties() {
    ParquetProperties.Builder builder =
        ParquetProperties.builder()
            .withDictionaryEncoding(true)
            // Different in every row.
            .withDictionaryEncoding(DetailColumn.EVALUATION_ID.column(), false)
            .withSizeStatisticsEnabled(false)
            .withValuesWriterFactory(new RepeatedTexts());
    for (String leaf : WITHOUT_STATISTICS) {
      builder.withStatisticsEnabled(leaf, false);
    }
    return builder.build();
  }

  /** Where the next row is to be written. */
  DetailFields fields() {
    return group.fields;
  }

  /** To be called after each row. */
  void rowWritten() throws IOException {
    group.rows++;
    if (group.rows % ROWS_BETWEEN_SIZE_CHECKS == 0
        && group.columns.getBufferedSize() >= ROW_GROUP_BYTES) {
      group.flush();
      group = new RowGroup();
    }
  }

  /** Completes the file. */
  @Override
  public void close() throws IOException {
    group.flush();
    // Sorted: the order of an immutable map differs between processes.
    file.end(new TreeMap<>(DetailSchema.metadata()));
    file.close();
    codecs.release();
  }

  /** Rows that lie together, column by column. */
  private final class RowGroup {
    private final ColumnChunkPageWriteStore pages;
    private final ColumnWriteStore columns;
    private final RecordConsumer consumer;
    private final DetailFields fields;
    private long rows;

    RowGroup() {
      BytesInputCompressor compressor = codecs.getCompressor(CompressionCodecName.ZSTD);
      pages =
          new ColumnChunkPageWriteStore(
              compressor,
              DetailSchema.MESSAGE,
              properties.getAllocator(),
              properties.getColumnIndexTruncateLength(),
              properties.getPageWriteChecksumEnabled());
      columns = properties.newColumnWriteStore(DetailSchema.MESSAGE, pages);
      consumer = new ColumnIOFactory().getColumnIO(DetailSchema.MESSAGE).getRecordWriter(columns);
      fields = new DetailFields(consumer);
    }

    void flush() throws IOException {
      consumer.flush();
      if (rows > 0) {
        file.startBlock(rows);
        columns.flush();
        pages.flushToFileWriter(file);
        file.endBlock();
      }
      columns.close();
      pages.close();
    }
  }
}
