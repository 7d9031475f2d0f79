package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.FileIssues;
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
  /** Something that is not in the output. */
  void rejected(IssueCode code, String file, String place, String excerpt, String detail) {
    sink.accept(about(file).rejected(code, place, excerpt, detail));
  }

  /** Something that is in the output and doubtful. */
  void warning(IssueCode code, String file, String place, String excerpt, String detail) {
    sink.accept(about(file).warning(code, place, excerpt, detail));
  }

  /** Something said for the record. */
  void info(IssueCode code, String file, String place, String excerpt, String detail) {
    sink.accept(about(file).info(code, place, excerpt, detail));
  }

  private FileIssues about(String file) {
    return file.isEmpty() ? new FileIssues(location) : FileIssues.of(location, file);
  }
}
