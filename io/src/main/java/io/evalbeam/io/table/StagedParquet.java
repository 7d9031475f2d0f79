package io.evalbeam.io.table;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.HashingOutput;
import io.evalbeam.schemas.run.StagedFile;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file on its way to the staging folder: takes the bytes of any Parquet writer and puts
 * the footer in order before it leaves, so that equal rows give equal bytes in every process.
 *
 * <p>Bytes pass through until {@link #finish} has the writer close. What comes then, the last row
 * group and the footer, is held in memory until the footer's length is known.
 */
public final class StagedParquet implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final String staged;
  private final String target;
  private final HashingOutput hashing;
  private final OutputStream passing;
  private @Nullable ParquetTail tail;

  private StagedParquet(String staged, String target) throws IOException {
    this.staged = staged;
    this.target = target;
    this.hashing = new HashingOutput(BeamFiles.create(staged));
    // Parquet's headers and footer arrive in pieces of a few bytes.
    this.passing = new BufferedOutputStream(hashing, BUFFER_BYTES);
  }

  /**
   * Opens a file of its own for this attempt.
   *
   * @param staging directory for unpublished files
   * @param target path the file will have, relative to the output directory
   */
  public static StagedParquet create(String staging, String target) throws IOException {
    // The name must differ between attempts of one task; it never reaches a published path.
    return new StagedParquet(BeamFiles.join(staging, UUID.randomUUID() + ".parquet"), target);
  }

  /** Where the Parquet writer writes to. Closing it does nothing: the footer is still to come. */
  public OutputStream content() {
    return new Content();
  }

  /**
   * Completes the file.
   *
   * @param writer closing it writes the last row group and the footer
   * @param table table the file belongs to
   * @param rows rows in the file
   */
  public StagedFile finish(Closeable writer, String table, long rows) throws IOException {
    ParquetTail last = new ParquetTail();
    tail = last;
    writer.close();
    last.writeOrdered(passing);
    passing.close();
    return new StagedFile(staged, target, table, rows, hashing.bytes(), hashing.sha256());
  }

  /** Closes the staged file, which is of no use unless it was finished before. */
  @Override
  public void close() throws IOException {
    passing.close();
  }

  private final class Content extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      current().write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      current().write(bytes, offset, length);
    }

    private OutputStream current() {
      return tail == null ? passing : tail;
    }
  }
}
