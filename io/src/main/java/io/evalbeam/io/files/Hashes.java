package io.evalbeam.io.files;

import io.evalbeam.schemas.table.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of bytes and files, hexadecimal. */
public final class Hashes {
  private Hashes() {}

  public static String ofBytes(byte[] bytes) {
    return Sha256.of(bytes);
  }

  /** Hash of a text in UTF-8. */
  public static String ofText(String text) {
    return Sha256.of(text);
  }

  /** Hash of a file, read as a stream. */
  public static String ofFile(String path) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = BeamFiles.open(path)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
