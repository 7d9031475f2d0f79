package io.evalbeam.io.table;

import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Buckets;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as a fixed number of Parquet files, each sorted by the table's key. Rows go to
 * files by a hash of a shard key, so the bytes of every file depend on the rows alone. An empty
 * table still gets its files, so that readers find the columns.
 *
 * @param <T> row type of the table
 */
public final class WriteTable<T> extends PTransform<PCollection<T>, PCollection<StagedFile>> {
  private final Class<T> rowType;
  private final String staging;
  private final String directory;
  private final SerializableFunction<T, String> shardKey;
  private final int shards;

  private WriteTable(
      Class<T> rowType,
      String staging,
      String directory,
      SerializableFunction<T, String> shardKey,
      int shards) {
    this.rowType = rowType;
    this.staging = staging;
    this.directory = directory;
    this.shardKey = shardKey;
    this.shards = shards;
  }

  /**
   * One file {@code directory/table.parquet}.
   *
   * @param staging directory for unpublished files
   * @param directory directory of the table, relative to the output
   */
  public static <T> WriteTable<T> toOneFile(Class<T> rowType, String staging, String directory) {
    return new WriteTable<>(rowType, staging, directory, row -> "", 1);
  }

  /**
   * Files {@code directory/table-00000-of-00004.parquet}; one shard gives one plainly named file.
   */
  public WriteTable<T> sharded(SerializableFunction<T, String> byKey, int intoShards) {
    return new WriteTable<>(rowType, staging, directory, byKey, intoShards);
  }

  @Override
  public PCollection<StagedFile> expand(PCollection<T> rows) {
    Coder<KV<Integer, @Nullable T>> coder =
        KvCoder.of(VarIntCoder.of(), NullableCoder.of(rows.getCoder()));
    PCollection<KV<Integer, @Nullable T>> keyed =
        rows.apply("AssignShard", ParDo.of(new AssignShard<>(shardKey, shards))).setCoder(coder);
    PCollection<KV<Integer, @Nullable T>> everyShard =
        rows.getPipeline()
            .apply(
                "EveryShard",
                Create.of(
                        IntStream.range(0, shards)
                            .mapToObj(shard -> KV.<Integer, @Nullable T>of(shard, null))
                            .toList())
                    .withCoder(coder));
    return PCollectionList.of(keyed)
        .and(everyShard)
        .apply("WithEmptyShards", Flatten.pCollections())
        .apply("GroupByShard", GroupByKey.create())
        .apply("WriteShard", ParDo.of(new WriteShard<>(rowType, staging, directory, shards)));
  }

  private static final class AssignShard<T> extends DoFn<T, KV<Integer, @Nullable T>> {
    private final SerializableFunction<T, String> shardKey;
    private final int shards;

    AssignShard(SerializableFunction<T, String> shardKey, int shards) {
      this.shardKey = shardKey;
      this.shards = shards;
    }

    @ProcessElement
    public void process(@Element T row, OutputReceiver<KV<Integer, @Nullable T>> out) {
      out.output(KV.of(Buckets.of(shardKey.apply(row), shards), row));
    }
  }

  private static final class WriteShard<T>
      extends DoFn<KV<Integer, Iterable<@Nullable T>>, StagedFile> {
    private final Class<T> rowType;
    private final String staging;
    private final String directory;
    private final int shards;

    WriteShard(Class<T> rowType, String staging, String directory, int shards) {
      this.rowType = rowType;
      this.staging = staging;
      this.directory = directory;
      this.shards = shards;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<@Nullable T>> shard, OutputReceiver<StagedFile> out)
        throws IOException {
      Table<T> table = Table.of(rowType);
      List<T> rows = new ArrayList<>();
      for (T row : shard.getValue()) {
        if (row != null) {
          rows.add(row);
        }
      }
      rows.sort(table.keyOrder());
      String target = directory + "/" + fileName(table.name(), shard.getKey(), shards);
      try (TableFileWriter<T> writer = new TableFileWriter<>(table, staging, target)) {
        for (T row : rows) {
          writer.write(row);
        }
        out.output(writer.finish());
      }
    }

    private static String fileName(String table, int shard, int shards) {
      return shards == 1
          ? table + ".parquet"
          : String.format(Locale.ROOT, "%s-%05d-of-%05d.parquet", table, shard, shards);
    }
  }
}
