package io.evalbeam.io.evaluation;

import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.issue.Issue;
import java.io.IOException;

/** Takes what a run holds, in the run's own order. */
public interface RunSink {
  /** A response with its scores; each key of the run comes once. */
  void response(Response response) throws IOException;

  /** An aggregate figure the run states. */
  void reported(ReportedScore score) throws IOException;

  /** Something that is wrong but does not spoil the run. */
  void issue(Issue issue);
}
