package io.evalbeam.io.evaluation.lmeval;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;

/**
 * Makes issues about one file.
 *
 * @param source path of the file below the input
 */
record FileIssues(String source) {
  private static final String STAGE = "ingest-evals";

  static FileIssues of(String location, String file) {
    return new FileIssues(location.isEmpty() ? file : location + "/" + file);
  }

  Issue rejected(IssueCode code, String location, String excerpt, String detail) {
    return Issue.rejected(code, STAGE, source, location, excerpt, detail);
  }

  Issue warning(IssueCode code, String location, String excerpt, String detail) {
    return Issue.warning(code, STAGE, source, location, excerpt, detail);
  }

  Issue info(IssueCode code, String location, String excerpt, String detail) {
    return Issue.info(code, STAGE, source, location, excerpt, detail);
  }
}
