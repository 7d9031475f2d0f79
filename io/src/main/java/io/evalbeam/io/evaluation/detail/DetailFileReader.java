package io.evalbeam.io.evaluation.detail;

import io.evalbeam.io.table.ChannelInput;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** Reads the wanted runs of a detail file in file order; pages of other runs are passed over. */
final class DetailFileReader implements AutoCloseable {
  private static final int RUN_HASH = DetailColumn.RUN_HASH.position();

  private final ChannelInput input;
  private final ParquetReader<Group> rows;

  /** First row that was not copied or skipped yet; null after the last. */
  private @Nullable Group next;

  private DetailFileReader(ChannelInput input, ParquetReader<Group> rows) throws IOException {
    this.input = input;
    this.rows = rows;
    this.next = rows.read();
  }

  /**
   * Opens a file.
   *
   * @throws java.io.FileNotFoundException when there is none
   */
  static DetailFileReader open(DetailSlice slice) throws IOException {
    Set<Binary> wanted = new HashSet<>();
    slice.runHashes().forEach(runHash -> wanted.add(DetailFields.binary(runHash)));
    ChannelInput input = ChannelInput.open(slice.path());
    try {
      return new DetailFileReader(input, rows(input, wanted));
    } catch (IOException | RuntimeException e) {
      input.close();
      throw e;
    }
  }

  private static ParquetReader<Group> rows(ChannelInput input, Set<Binary> wanted)
      throws IOException {
    String column = DetailColumn.RUN_HASH.column();
    return new Builder(input)
        .withFilter(FilterCompat.get(FilterApi.in(FilterApi.binaryColumn(column), wanted)))
        .build();
  }

  /** Goes forward to the first row of a run; false when none is left. */
  boolean skipTo(String runHash) throws IOException {
    Binary wanted = DetailFields.binary(runHash);
    while (next != null && !wanted.equals(next.getBinary(RUN_HASH, 0))) {
      next = rows.read();
    }
    return next != null;
  }

  /** Copies all rows of the run that the next row belongs to. */
  void copyRun(DetailFileWriter writer) throws IOException {
    Binary run = next == null ? null : next.getBinary(RUN_HASH, 0);
    while (next != null && next.getBinary(RUN_HASH, 0).equals(run)) {
      writer.copy(next);
      next = rows.read();
    }
  }

  @Override
  public void close() throws IOException {
    try (input) {
      rows.close();
    }
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    Builder(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
