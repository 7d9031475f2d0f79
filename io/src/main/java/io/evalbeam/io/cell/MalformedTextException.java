package io.evalbeam.io.cell;

import java.io.IOException;

/** Bytes that are not the text they should be; a fault of the data, not of reading it. */
public final class MalformedTextException extends IOException {
  private final long byteOffset;

  MalformedTextException(String message, long byteOffset) {
    super(message);
    this.byteOffset = byteOffset;
  }

  /** Position of the first bad byte, from 0. */
  public long byteOffset() {
    return byteOffset;
  }
}
