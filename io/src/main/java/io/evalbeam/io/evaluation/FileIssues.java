package io.evalbeam.io.evaluation;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;

/**
 * Makes issues about one file.
 *
 * @param source path of the file below the input
 */
public record FileIssues(String source) {
  /** Stage that all issues of ingestion carry. */
  public static final String STAGE = "ingest-evals";

  /** Issues about a file of a run that lies at a location below the input. */
  public static FileIssues of(String location, String file) {
    return new FileIssues(location.isEmpty() ? file : location + "/" + file);
  }

  /** Something that is not in the output. */
  public Issue rejected(IssueCode code, String location, String excerpt, String detail) {
    return Issue.rejected(code, STAGE, source, location, excerpt, detail);
  }

  /** Something that is kept although it is doubtful. */
  public Issue warning(IssueCode code, String location, String excerpt, String detail) {
    return Issue.warning(code, STAGE, source, location, excerpt, detail);
  }

  /** Something said for the record. */
  public Issue info(IssueCode code, String location, String excerpt, String detail) {
    return Issue.info(code, STAGE, source, location, excerpt, detail);
  }

  /**
   * Makes sure that a file still is what it was when its run was identified.
   *
   * @throws DamagedRunException when the hashes differ
   */
  public void requireUnchanged(String identified, String read) throws DamagedRunException {
    if (!identified.equals(read)) {
      throw new DamagedRunException(
          rejected(
              IssueCode.UNSTABLE_FILE, "", "", "The file changed after the run was identified."));
    }
  }
}
