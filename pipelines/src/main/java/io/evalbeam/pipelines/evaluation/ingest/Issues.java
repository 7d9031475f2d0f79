package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.issue.Issue;

/** Issues of ingestion. */
final class Issues {
  private Issues() {}

  /** The same issue as one of another step. */
  static Issue ofStage(String stage, Issue issue) {
    return with(stage, issue.source(), issue);
  }

  /** Where a run lies as a whole, inside it: its file if it has only one. */
  static String wholeOf(FoundRun run) {
    return run.files().size() == 1 ? run.files().get(0).name() : "";
  }

  /** The same issue with a place inside the run instead of one below the input. */
  static Issue inside(String location, Issue issue) {
    String prefix = join(location, "");
    return with(
        issue.stage(),
        issue.source().startsWith(prefix) ? issue.source().substring(prefix.length()) : "",
        issue);
  }

  /** The inverse of {@link #inside}, wherever the run lies now. */
  static Issue below(String location, Issue issue) {
    String inside = issue.source();
    return with(issue.stage(), inside.isEmpty() ? location : join(location, inside), issue);
  }

  /** A path below the input; a run may lie in the input itself. */
  static String join(String location, String inside) {
    return location.isEmpty() ? inside : location + "/" + inside;
  }

  private static Issue with(String stage, String source, Issue issue) {
    return new Issue(
        issue.code(),
        issue.severity(),
        stage,
        source,
        issue.location(),
        issue.excerpt(),
        issue.detail());
  }
}
