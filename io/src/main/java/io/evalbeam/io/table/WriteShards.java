package io.evalbeam.io.table;

import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Writes a table that arrives as one packed element a shard: a Parquet file each, sorted by the
 * table's key, without another shuffle. Every shard from 0 must come exactly once.
 *
 * @param <T> row type of the table
 */
public final class WriteShards<T>
    extends PTransform<PCollection<KV<Integer, byte[]>>, PCollection<StagedFile>> {
  private final Class<T> rowType;
  private final String staging;
  private final String directory;
  private final int shards;

  private WriteShards(Class<T> rowType, String staging, String directory, int shards) {
    this.rowType = rowType;
    this.staging = staging;
    this.directory = directory;
    this.shards = shards;
  }

  /**
   * Files {@code directory/table-00000-of-00004.parquet}; one shard gives one plainly named file.
   *
   * @param staging directory for unpublished files
   * @param directory directory of the table, relative to the output
   */
  public static <T> WriteShards<T> of(
      Class<T> rowType, String staging, String directory, int shards) {
    return new WriteShards<>(rowType, staging, directory, shards);
  }

  @Override
  public PCollection<StagedFile> expand(PCollection<KV<Integer, byte[]>> packed) {
    return packed.apply(
        "WriteShard", ParDo.of(new WriteShard<>(rowType, staging, directory, shards)));
  }

  private static final class WriteShard<T> extends DoFn<KV<Integer, byte[]>, StagedFile> {
    private final Class<T> rowType;
    private final Coder<T> coder;
    private final String staging;
    private final String directory;
    private final int shards;

    WriteShard(Class<T> rowType, String staging, String directory, int shards) {
      this.rowType = rowType;
      this.coder = RecordCoders.of(rowType);
      this.staging = staging;
      this.directory = directory;
      this.shards = shards;
    }

    @ProcessElement
    public void process(@Element KV<Integer, byte[]> shard, OutputReceiver<StagedFile> out)
        throws IOException {
      Table<T> table = Table.of(rowType);
      List<T> rows = new ArrayList<>();
      PackedRows.unpack(coder, shard.getValue(), rows::add);
      rows.sort(table.keyOrder());
      String target = directory + "/" + ShardNames.of(table.name(), shard.getKey(), shards);
      try (TableFileWriter<T> writer = new TableFileWriter<>(table, staging, target)) {
        for (T row : rows) {
          writer.write(row);
        }
        out.output(writer.finish());
      }
    }
  }
}
