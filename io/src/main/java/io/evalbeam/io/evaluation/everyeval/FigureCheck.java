package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.math.ExactSum;
import java.util.Comparator;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares stated scores with the means of the rows behind them. Results whose rows have several
 * trials are left out: the mean over instances is that over rows only if no trial is missing.
 */
final class FigureCheck {
  private static final double TOLERANCE = 1e-9;

  private final TreeMap<AggregateResult, Rows> rows =
      new TreeMap<>(Comparator.comparingInt(AggregateResult::row));
  private long comparisons;
  private long differences;

  /** Takes the score of a row. */
  void add(SampleRow row, double score) {
    Rows of = rows.computeIfAbsent(row.result(), r -> new Rows());
    of.sum.add(score);
    of.count++;
    of.trials |= row.trial() > 0;
  }

  /** Compares, with a warning for every difference. */
  void compare(String source, RunSink sink) {
    rows.forEach(
        (result, of) -> {
          Double stated = result.score().value();
          if (stated != null && !of.trials) {
            compare(result, stated, of, source, sink);
          }
        });
  }

  /** Whether all stated scores are the means of their rows; null if none could be compared. */
  @Nullable Boolean verified() {
    return comparisons == 0 ? null : Boolean.valueOf(differences == 0);
  }

  /** Number of scores compared. */
  long comparisons() {
    return comparisons;
  }

  private void compare(
      AggregateResult result, double stated, Rows of, String source, RunSink sink) {
    comparisons++;
    double mean = of.sum.value() / (double) of.count;
    if (Math.abs(mean - stated) <= TOLERANCE * Math.max(1, Math.abs(stated))) {
      return;
    }
    differences++;
    sink.issue(
        Issue.warning(
            IssueCode.STATISTICS_MISMATCH,
            FileIssues.STAGE,
            source,
            "/evaluation_results/" + (result.row() - 1),
            Double.toString(stated),
            "The mean of the " + of.count + " rows of this result is " + mean + "."));
  }

  private static final class Rows {
    private final ExactSum sum = new ExactSum();
    private long count;
    private boolean trials;
  }
}
