package io.evalbeam.io.evaluation;

import io.evalbeam.schemas.issue.Issue;
import java.util.List;

/**
 * What names alone tell about an input.
 *
 * @param candidates sorted by location
 * @param issues what looked like a run and cannot be one
 */
public record Candidates(List<RunCandidate> candidates, List<Issue> issues) {
  public Candidates {
    candidates = List.copyOf(candidates);
    issues = List.copyOf(issues);
  }
}
