package io.evalbeam.io.evaluation.helm;

import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;

/** Paths below the input, and issues about them. */
final class Place {
  private Place() {}

  /** A file below a location; the location is empty for the input itself. */
  static String below(String location, String file) {
    return location.isEmpty() ? file : location + "/" + file;
  }

  /** Folder of a relative path, empty for the input itself. */
  static String folder(String relative) {
    int slash = relative.lastIndexOf('/');
    return slash < 0 ? "" : relative.substring(0, slash);
  }

  /** Last name of a path with {@code /}. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static Issue rejected(IssueCode code, String source, String location, String detail) {
    return Issue.rejected(code, FileIssues.STAGE, source, location, "", detail);
  }

  static Issue warning(IssueCode code, String source, String location, String detail) {
    return Issue.warning(code, FileIssues.STAGE, source, location, "", detail);
  }
}
