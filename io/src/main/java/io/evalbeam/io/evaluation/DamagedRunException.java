package io.evalbeam.io.evaluation;

import io.evalbeam.schemas.issue.Issue;

/**
 * A run that cannot be read to its end: none of its rows may count. Thrown for damaged input only,
 * never for a failing file system.
 */
public final class DamagedRunException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Issue issue;

  public DamagedRunException(Issue issue) {
    super(issue.detail());
    this.issue = issue;
  }

  /** What was wrong and where. */
  public Issue issue() {
    return issue;
  }
}
