package io.evalbeam.io.evaluation.json;

import io.evalbeam.io.files.BeamFiles;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes bytes on and knows their number. */
final class CountingInput extends FilterInputStream {
  private static final int PIECE = 1 << 18;

  private long count;

  private CountingInput(InputStream in) {
    super(in);
  }

  static CountingInput open(String path) throws IOException {
    return new CountingInput(new BufferedInputStream(BeamFiles.open(path), PIECE));
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

  @Override
  public boolean markSupported() {
    return false;
  }

  long count() {
    return count;
  }
}
