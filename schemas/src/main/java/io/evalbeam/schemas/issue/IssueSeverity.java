package io.evalbeam.schemas.issue;

/** Whether an issue cost a row or a value. */
public enum IssueSeverity {
  /** The row or value is not in the output; it counts against {@code --maxIssueRatio}. */
  REJECTED,
  /** The row or value is in the output and flagged. */
  WARNING,
  /** Nothing is lost or doubtful; it is said for the record. */
  INFO
}
