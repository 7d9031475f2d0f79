package io.evalbeam.pipelines.run;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;

/** The Beam counters that progress is read from; exact counts flow as data instead. */
public final class ProgressMetrics {
  static final String NAMESPACE = "evalbeam";
  static final String BYTES_READ = "bytes_read";

  private ProgressMetrics() {}

  /** Counts what is read from a stream inside a DoFn. */
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
