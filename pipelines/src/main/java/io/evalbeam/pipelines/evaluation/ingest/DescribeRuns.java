package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.evaluation.RunStatus;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueSeverity;
import java.util.Locale;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Counts and issues of all runs of the register, whether they were read now or before: a run of the
 * command that changes nothing reports the same as one that reads everything.
 */
final class DescribeRuns extends DoFn<RunEntry, Issue> {
  static final TupleTag<Issue> ISSUES = new TupleTag<>() {};

  private final IngestSettings settings;

  DescribeRuns(IngestSettings settings) {
    this.settings = settings;
  }

  @ProcessElement
  public void process(@Element RunEntry entry, MultiOutputReceiver out) {
    count(out, "runs_" + entry.status().name().toLowerCase(Locale.ROOT), 1);
    if (entry.status() == RunStatus.REPLACED || entry.status() == RunStatus.REMOVED) {
      return;
    }
    count(out, "rows_read", entry.responses() + entry.rejectedResponses());
    count(out, "rows_kept", entry.responses());
    count(out, "rows_rejected", entry.rejectedResponses());
    count(out, "reported_scores", entry.reportedScores());
    if (Boolean.FALSE.equals(entry.verified())) {
      count(out, "runs_unverified", 1);
    }
    for (Issue issue : entry.issues()) {
      out.get(ISSUES).output(Issues.below(entry.location(), issue));
      count(out, measure(issue.severity()), 1);
    }
  }

  private static String measure(IssueSeverity severity) {
    return switch (severity) {
      case REJECTED -> "issues_rejected";
      case WARNING -> "issues_warning";
      case INFO -> "issues_info";
    };
  }

  private void count(MultiOutputReceiver out, String measure, long count) {
    if (count > 0) {
      out.get(CollectResult.COUNTS).output(settings.layout().count(measure, count));
    }
  }
}
