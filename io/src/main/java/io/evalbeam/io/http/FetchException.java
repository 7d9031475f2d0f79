package io.evalbeam.io.http;

import java.io.IOException;

/** A page that could not be had; the message is for people and holds no secrets. */
public final class FetchException extends IOException {
  public FetchException(String message) {
    super(message);
  }

  public FetchException(String message, Throwable cause) {
    super(message, cause);
  }
}
