package io.evalbeam.io.evaluation.helm.published;

/**
 * A run as the index of a release names it.
 *
 * @param name run name, {@link PathName#isName a name}
 * @param suite suite the release takes it from, a name too
 */
record PublishedRun(String name, String suite) {
  /** Its directory below {@code benchmark_output}, with {@code /}; also its address. */
  String directory() {
    return "runs/" + PathName.encode(suite) + "/" + PathName.encode(name);
  }
}
