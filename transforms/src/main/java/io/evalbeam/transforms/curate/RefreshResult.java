package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.issue.Issue;
import java.util.List;

/**
 * Both tables after a refresh.
 *
 * @param above candidates: above the threshold or not sure
 * @param below the other models
 * @param issues in a fixed order
 * @param statistics rows by fate
 */
public record RefreshResult(
    CsvTable above, CsvTable below, List<Issue> issues, RefreshStatistics statistics) {
  public RefreshResult {
    issues = List.copyOf(issues);
  }
}
