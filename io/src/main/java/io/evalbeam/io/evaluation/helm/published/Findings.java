package io.evalbeam.io.evaluation.helm.published;

import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.http.FetchException;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;

/** Wording of what goes wrong while a release is fetched. */
final class Findings {
  private Findings() {}

  /** A file that could not be had, and with it the run. */
  static Issue notFetched(PublishedRun run, PublishedFile file, FetchException failure) {
    IssueCode code =
        switch (failure.kind()) {
          case NOT_FOUND -> IssueCode.FILE_MISSING;
          case TOO_LARGE -> IssueCode.LIMIT_EXCEEDED;
          case UNAVAILABLE -> IssueCode.SOURCE_UNAVAILABLE;
        };
    return Issue.rejected(
        code,
        FileIssues.STAGE,
        run.directory() + "/" + file.fileName(),
        "file",
        run.name(),
        "The run is left out as a whole. " + failure.problem());
  }

  /** A run that was not asked for, because the server seems to be away. */
  static Issue notTried(PublishedRun run, int failures) {
    return Issue.rejected(
        IssueCode.SOURCE_UNAVAILABLE,
        FileIssues.STAGE,
        run.directory(),
        "directory",
        run.name(),
        "The run is left out: "
            + failures
            + " runs before it could not be fetched, so it was not tried. Fetch again.");
  }

  static Issue rejected(
      IssueCode code, String file, String location, String excerpt, String detail) {
    return Issue.rejected(code, FileIssues.STAGE, file, location, excerpt, detail);
  }

  static Issue warning(
      IssueCode code, String file, String location, String excerpt, String detail) {
    return Issue.warning(code, FileIssues.STAGE, file, location, excerpt, detail);
  }
}
