package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.schemas.issue.Issue;

/** Issues of ingestion. */
final class Issues {
  private Issues() {}

  /** The same issue as one of another step. */
  static Issue ofStage(String stage, Issue issue) {
    return with(stage, issue.source(), issue);
  }

  /** The same issue with a place inside the run instead of one below the input. */
  static Issue inside(String location, Issue issue) {
    String prefix = location + "/";
    return with(
        issue.stage(),
        issue.source().startsWith(prefix) ? issue.source().substring(prefix.length()) : "",
        issue);
  }

  /** The inverse of {@link #inside}, wherever the run lies now. */
  static Issue below(String location, Issue issue) {
    String inside = issue.source();
    return with(issue.stage(), inside.isEmpty() ? location : location + "/" + inside, issue);
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
