package io.evalbeam.pipelines.command;

/** How a command ended, as the process tells its caller. */
public enum ExitCode {
  /** Everything was done. */
  DONE(0),
  /** The run failed; the previous output is untouched. */
  FAILED(1),
  /** The command line or a configuration file is wrong; nothing was run. */
  WRONG_USAGE(2),
  /** The run finished, but more input was lost than {@code --maxIssueRatio} allows. */
  BEYOND_ISSUE_LIMIT(3),
  /** What was compared differs, and the caller asked to be told by the status. */
  DIFFERENT(4);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** The worse of two outcomes of consecutive stages. */
  public ExitCode or(ExitCode other) {
    if (this == FAILED || other == FAILED) {
      return FAILED;
    }
    return status >= other.status ? this : other;
  }
}
