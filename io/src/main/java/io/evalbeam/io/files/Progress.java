package io.evalbeam.io.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * The Beam counters that progress is read from. They may count a retried read twice; exact counts
 * flow as data instead.
 */
public final class Progress {
  public static final String NAMESPACE = "evalbeam";

  /** Bytes that were found and will be read. */
  public static final String BYTES_PLANNED = "bytes_planned";

  /** Bytes that have been read. */
  public static final String BYTES_READ = "bytes_read";

  private Progress() {}

  /** Announces an input. */
  public static void plan(long bytes) {
    Metrics.counter(NAMESPACE, BYTES_PLANNED).inc(bytes);
  }

  /** Counts bytes that were read in one go. */
  public static void read(long bytes) {
    Metrics.counter(NAMESPACE, BYTES_READ).inc(bytes);
  }

  /** Counts what is read from a stream. */
  public static InputStream counting(InputStream in) {
    return new CountingInput(in, Metrics.counter(NAMESPACE, BYTES_READ));
  }

  private static final class CountingInput extends FilterInputStream {
    private final Counter counter;

    CountingInput(InputStream in, Counter counter) {
      super(in);
      this.counter = counter;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      if (value >= 0) {
        counter.inc();
      }
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      if (count > 0) {
        counter.inc(count);
      }
      return count;
    }
  }
}
