package io.evalbeam.io.evaluation;

import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.issue.Issue;
import java.util.List;

/**
 * The runs of a candidate.
 *
 * @param runs runs that can be read
 * @param rejected number of runs that cannot, each with an issue
 * @param ignored number of runs the scope leaves out, such as those of other releases
 * @param issues sorted as they were met
 */
public record IdentifiedRuns(List<FoundRun> runs, int rejected, int ignored, List<Issue> issues) {
  public IdentifiedRuns {
    runs = List.copyOf(runs);
    issues = List.copyOf(issues);
  }

  /** A candidate that holds no usable run. */
  public static IdentifiedRuns rejected(Issue issue) {
    return new IdentifiedRuns(List.of(), 1, 0, List.of(issue));
  }
}
