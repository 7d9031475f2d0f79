package io.evalbeam.io.evaluation.json;

import io.evalbeam.schemas.issue.IssueCode;

/** A file whose content cannot be read to its end. Never a failing file system. */
public final class BrokenFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final IssueCode code;
  private final String location;

  /**
   * Damage at a place.
   *
   * @param location where in the file, such as {@code byte 120}
   * @param detail a full sentence
   */
  public BrokenFileException(IssueCode code, String location, String detail) {
    super(detail);
    this.code = code;
    this.location = location;
  }

  /** What kind of damage it is. */
  public IssueCode code() {
    return code;
  }

  /** Where in the file. */
  public String location() {
    return location;
  }

  /** What is wrong, as a sentence. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
