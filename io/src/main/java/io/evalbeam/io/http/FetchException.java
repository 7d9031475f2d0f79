package io.evalbeam.io.http;

import java.io.IOException;

/** A page that could not be had; the message is for people and holds no secrets. */
public final class FetchException extends IOException {
  /** Why it could not be had, where that makes a difference to the caller. */
  public enum Kind {
    /** The server says that there is no such page. */
    NOT_FOUND,
    /** The page is larger than allowed. */
    TOO_LARGE,
    /** Anything else. */
    UNAVAILABLE
  }

  private final String problem;
  private final Kind kind;

  public FetchException(String problem) {
    this(problem, Kind.UNAVAILABLE);
  }

  public FetchException(String problem, Kind kind) {
    super(problem);
    this.problem = problem;
    this.kind = kind;
  }

  public FetchException(String problem, Throwable cause) {
    this(problem, Kind.UNAVAILABLE, cause);
  }

  public FetchException(String problem, Kind kind, Throwable cause) {
    super(problem, cause);
    this.problem = problem;
    this.kind = kind;
  }

  /** The message. */
  public String problem() {
    return problem;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }
}
