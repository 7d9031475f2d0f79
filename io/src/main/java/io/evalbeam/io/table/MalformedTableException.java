package io.evalbeam.io.table;

import java.io.IOException;

/** A file that is not the Parquet file it should be; the message starts with its path. */
public final class MalformedTableException extends IOException {
  MalformedTableException(String message) {
    super(message);
  }

  MalformedTableException(String message, Throwable cause) {
    super(message, cause);
  }
}
