package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.tracking.FlopEstimate;
import java.util.List;

/**
 * What the direct methods give for one model.
 *
 * @param estimates one per method that applies, in method order; none chosen yet
 * @param issues evidence that could not be used
 */
public record DirectEstimates(List<FlopEstimate> estimates, List<Issue> issues) {
  public DirectEstimates {
    estimates = List.copyOf(estimates);
    issues = List.copyOf(issues);
  }
}
