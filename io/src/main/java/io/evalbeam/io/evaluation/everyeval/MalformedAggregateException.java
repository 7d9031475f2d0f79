package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;

/** An aggregate that holds no usable run. */
final class MalformedAggregateException extends Exception {
  private static final long serialVersionUID = 1L;

  private final IssueCode code;
  private final String location;
  private final String excerpt;

  MalformedAggregateException(IssueCode code, String location, String excerpt, String detail) {
    super(detail);
    this.code = code;
    this.location = location;
    this.excerpt = excerpt;
  }

  /** What was wrong, as an issue of a file. */
  Issue issue(String file) {
    String detail = String.valueOf(getMessage());
    return Issue.rejected(code, FileIssues.STAGE, file, location, excerpt, detail);
  }
}
