package io.evalbeam.io.evaluation.helm.published;

/** The files of a release that are fetched. */
enum ReleaseFile {
  /** Run name to suite: which runs the release has. */
  SUITES("runs_to_run_suites.json", true),
  /** All run specifications. */
  SPECIFICATIONS("run_specs.json", false),
  /** Suites and date. */
  SUMMARY("summary.json", false);

  private final String fileName;
  private final boolean required;

  ReleaseFile(String fileName, boolean required) {
    this.fileName = fileName;
    this.required = required;
  }

  /** Name in the release's directory. */
  String fileName() {
    return fileName;
  }

  /** Whether nothing can be fetched without it. */
  boolean required() {
    return required;
  }
}
