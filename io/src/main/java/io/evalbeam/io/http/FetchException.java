package io.evalbeam.io.http;

import java.io.IOException;

/** A page that could not be had; the message is for people and holds no secrets. */
public final class FetchException extends IOException {
  private final String problem;

  public FetchException(String problem) {
    super(problem);
    this.problem = problem;
  }

  public FetchException(String problem, Throwable cause) {
    super(problem, cause);
    this.problem = problem;
  }

  /** The message. */
  public String problem() {
    return problem;
  }
}
