package io.evalbeam.io.files;

import io.evalbeam.schemas.table.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Passes bytes on and knows their number and SHA-256. */
public final class HashingOutput extends FilterOutputStream {
  private final MessageDigest digest = Sha256.newDigest();
  private long bytes;

  public HashingOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
    bytes++;
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    out.write(buffer, offset, length);
    digest.update(buffer, offset, length);
    bytes += length;
  }

  /** Bytes written so far. */
  public long bytes() {
    return bytes;
  }

  /** Hash of everything written, hexadecimal; call once, after the last byte. */
  public String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
