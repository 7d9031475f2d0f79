package io.evalbeam.io.source;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.tracking.ParsedRow;

/** Takes what a reader finds, in the order of the source. */
public interface RowSink {
  /** A row that is kept. */
  void row(ParsedRow row);

  /** Something that was rejected or is doubtful. */
  void issue(Issue issue);
}
