package io.evalbeam.io.table;

import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table of few rows, such as issues, as one Parquet file sorted by the table's key. The
 * bytes depend on the rows alone. An empty table still gets its file, so that readers find the
 * columns. Tables of many rows go through {@link WriteShards}.
 *
 * @param <T> row type of the table
 */
public final class WriteTable<T> extends PTransform<PCollection<T>, PCollection<StagedFile>> {
  private final Class<T> rowType;
  private final String staging;
  private final String directory;

  private WriteTable(Class<T> rowType, String staging, String directory) {
    this.rowType = rowType;
    this.staging = staging;
    this.directory = directory;
  }

  /**
   * The file {@code directory/table.parquet}.
   *
   * @param staging directory for unpublished files
   * @param directory directory of the table, relative to the output
   */
  public static <T> WriteTable<T> toOneFile(Class<T> rowType, String staging, String directory) {
    return new WriteTable<>(rowType, staging, directory);
  }

  @Override
  public PCollection<StagedFile> expand(PCollection<T> rows) {
    Coder<KV<Integer, @Nullable T>> coder =
        KvCoder.of(VarIntCoder.of(), NullableCoder.of(rows.getCoder()));
    PCollection<KV<Integer, @Nullable T>> keyed =
        rows.apply("KeyRows", WithKeys.of(0)).setCoder(coder);
    PCollection<KV<Integer, @Nullable T>> marker =
        rows.getPipeline()
            .apply("Marker", Create.of(KV.<Integer, @Nullable T>of(0, null)).withCoder(coder));
    return PCollectionList.of(keyed)
        .and(marker)
        .apply("WithMarker", Flatten.pCollections())
        .apply("OnOneWorker", GroupByKey.create())
        .apply("WriteFile", ParDo.of(new WriteFile<>(rowType, staging, directory)));
  }

  private static final class WriteFile<T>
      extends DoFn<KV<Integer, Iterable<@Nullable T>>, StagedFile> {
    private final Class<T> rowType;
    private final String staging;
    private final String directory;

    WriteFile(Class<T> rowType, String staging, String directory) {
      this.rowType = rowType;
      this.staging = staging;
      this.directory = directory;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<@Nullable T>> all, OutputReceiver<StagedFile> out)
        throws IOException {
      Table<T> table = Table.of(rowType);
      List<T> rows = new ArrayList<>();
      for (T row : all.getValue()) {
        if (row != null) {
          rows.add(row);
        }
      }
      rows.sort(table.keyOrder());
      String target = directory + "/" + ShardNames.of(table.name(), 0, 1);
      try (TableFileWriter<T> writer = new TableFileWriter<>(table, staging, target)) {
        for (T row : rows) {
          writer.write(row);
        }
        out.output(writer.finish());
      }
    }
  }
}
