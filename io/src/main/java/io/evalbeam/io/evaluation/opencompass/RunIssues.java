package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.util.function.Consumer;

/**
 * Issues about files of one directory.
 *
 * @param location the directory below the root of the tree
 * @param sink takes the issues
 */
record RunIssues(String location, Consumer<Issue> sink) {
  static final String STAGE = "ingest-evals";

  /** Something that is not in the output. */
  void rejected(IssueCode code, String file, String place, String excerpt, String detail) {
    sink.accept(Issue.rejected(code, STAGE, source(file), place, excerpt, detail));
  }

  /** Something that is in the output and doubtful. */
  void warning(IssueCode code, String file, String place, String excerpt, String detail) {
    sink.accept(Issue.warning(code, STAGE, source(file), place, excerpt, detail));
  }

  /** Something said for the record. */
  void info(IssueCode code, String file, String place, String excerpt, String detail) {
    sink.accept(Issue.info(code, STAGE, source(file), place, excerpt, detail));
  }

  private String source(String file) {
    return file.isEmpty() ? location : location + "/" + file;
  }
}
