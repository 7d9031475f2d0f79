package io.evalbeam.transforms.identity;

import io.evalbeam.schemas.table.Sha256;

/** Short content hashes of names. */
final class Hashes {
  private static final int DIGITS = 16;

  private Hashes() {}

  /** The first 16 hexadecimal digits of the SHA-256 of the text in UTF-8. */
  static String sixteen(String text) {
    return Sha256.of(text).substring(0, DIGITS);
  }
}
