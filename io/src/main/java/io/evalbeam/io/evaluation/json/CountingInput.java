package io.evalbeam.io.evaluation.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes bytes on and knows their number. */
final class CountingInput extends FilterInputStream {
  private long count;

  CountingInput(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    if (value >= 0) {
      count++;
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    if (read > 0) {
      count += read;
    }
    return read;
  }

  /** Does nothing: whoever opened the file still counts the bytes that readers left. */
  @Override
  public void close() {}

  @Override
  public boolean markSupported() {
    return false;
  }

  long count() {
    return count;
  }
}
