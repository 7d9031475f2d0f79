package io.evalbeam.io.files;

import io.evalbeam.schemas.table.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Passes bytes on and knows their number and SHA-256. */
public final class HashingInput extends FilterInputStream {
  private final MessageDigest digest = Sha256.newDigest();
  private long bytes;

  public HashingInput(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    if (value >= 0) {
      digest.update((byte) value);
      bytes++;
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (count > 0) {
      digest.update(buffer, offset, count);
      bytes += count;
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Reads to the end, so that the hash is that of the whole file even if its reader stopped. */
  public void drain() throws IOException {
    transferTo(OutputStream.nullOutputStream());
  }

  /** Bytes read so far. */
  public long bytes() {
    return bytes;
  }

  /** Hash of everything read, hexadecimal; call once, at the end. */
  public String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
