package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.DeveloperOrigin;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the rows of readers under the {@code tracker} policy. */
public final class TrackerRows {

  /**
   * A named row or the reason why there is none.
   *
   * @param row null when the row is left out
   * @param issues empty when the row is kept
   */
  public record Named(@Nullable SourceRow row, List<Issue> issues) {
    public Named {
      issues = List.copyOf(issues);
    }
  }

  private TrackerRows() {}

  /**
   * Names a row.
   *
   * @param developerColumnCounts whether the organisation column of this source is used; the
   *     original uses it for CSV sources and guesses for all pages
   * @param stage for issues
   */
  public static Named name(ParsedRow row, boolean developerColumnCounts, String stage) {
    String name = TrackerNames.normalize(row.rawName());
    if (TrackerNames.isExcluded(name)) {
      return new Named(
          null,
          List.of(
              Issue.rejected(
                  IssueCode.ROW_FILTERED,
                  stage,
                  row.source(),
                  "row " + row.row(),
                  row.rawName(),
                  "policy tracker leaves out names that are empty or a bare family")));
    }
    String stated = row.developerStated();
    boolean useStated = developerColumnCounts && stated != null;
    String guess = TrackerDevelopers.detect(row.rawName());
    return new Named(
        new SourceRow(
            row.source(),
            row.row(),
            row.rawName(),
            name,
            stated,
            developerColumnCounts && stated != null ? stated : guess,
            useStated ? DeveloperOrigin.STATED : guessed(guess),
            Variant.BASE,
            row.scores(),
            row.facts(),
            row.sourceText(),
            row.observedAt()),
        List.of());
  }

  private static DeveloperOrigin guessed(String guess) {
    return guess.equals(TrackerDevelopers.UNKNOWN)
        ? DeveloperOrigin.UNKNOWN
        : DeveloperOrigin.GUESSED;
  }
}
