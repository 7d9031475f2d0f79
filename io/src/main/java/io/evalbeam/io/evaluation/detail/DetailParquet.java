package io.evalbeam.io.evaluation.detail;

import io.evalbeam.io.table.ParquetOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;

/** How files of the detail table are laid out. */
final class DetailParquet {
  /** Bytes in memory, which Parquet counts after compression; the last group is held once more. */
  private static final long ROW_GROUP_BYTES = 16L << 20;

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

  private DetailParquet() {}

  static ParquetWriter<DetailRow> writer(OutputStream content) throws IOException {
    Builder builder =
        new Builder(new ParquetOutput(content))
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withDictionaryEncoding(true)
            // Different in every row.
            .withDictionaryEncoding(DetailColumn.EVALUATION_ID.column(), false)
            .withSizeStatisticsEnabled(false);
    for (String leaf : WITHOUT_STATISTICS) {
      builder.withStatisticsEnabled(leaf, false);
    }
    return builder.build();
  }

  private static final class Builder extends ParquetWriter.Builder<DetailRow, Builder> {
    Builder(OutputFile file) {
      super(file);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in this version of Parquet
    protected WriteSupport<DetailRow> getWriteSupport(Configuration configuration) {
      return new Support();
    }

    @Override
    protected WriteSupport<DetailRow> getWriteSupport(ParquetConfiguration configuration) {
      return new Support();
    }
  }

  private static final class Support extends WriteSupport<DetailRow> {
    @SuppressWarnings("NullAway.Init") // Parquet prepares before it writes
    private DetailFields fields;

    @Override
    @SuppressWarnings("deprecation") // abstract in this version of Parquet
    public WriteContext init(Configuration configuration) {
      return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return context();
    }

    private static WriteContext context() {
      return new WriteContext(DetailSchema.MESSAGE, DetailSchema.metadata());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      fields = new DetailFields(consumer);
    }

    @Override
    public void write(DetailRow row) {
      row.writeTo(fields);
    }
  }
}
