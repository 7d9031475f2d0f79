package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.schemas.issue.IssueCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares the means of a run's responses with the figures its results file states. Only metrics
 * that are such means are compared, and only where every answer has a score.
 */
final class StatedFigures {
  // Evaluators may round to two decimals before they store.
  private static final double TOLERANCE = 0.005 + 1e-9;
  private static final double PERCENT = 100;

  private final RunIssues issues;
  private final String file;
  private final ResultsFile results;
  private final List<Boolean> equal = new ArrayList<>();

  /**
   * Starts a comparison.
   *
   * @param file name of the results file inside the stamp directory
   */
  StatedFigures(RunIssues issues, String file, ResultsFile results) {
    this.issues = issues;
    this.file = file;
    this.results = results;
  }

  /** Compares the share of correct answers with the accuracy in percent. */
  void correct(MetricMean mean) {
    Correctness correctness = results.correctness();
    long answers = (long) correctness.instances() * correctness.replicas();
    if (results.end().fault().isPresent() || mean.count() == 0 || mean.count() != answers) {
      return;
    }
    for (Map.Entry<String, Double> metric : results.metrics().entrySet()) {
      String name = metric.getKey();
      if (name.equals("accuracy")
          || name.equals("humaneval_pass@1")
          || (name.startsWith("accuracy (") && name.endsWith(" runs average)"))) {
        compare(name, metric.getValue(), PERCENT * mean.value());
      }
    }
  }

  /**
   * Compares mean perplexities.
   *
   * @param mean over all texts of the data set
   */
  void perplexity(MetricMean mean) {
    Double stated = results.metrics().get("average_ppl");
    if (stated != null && Double.isFinite(stated) && mean.count() > 0) {
      compare("average_ppl", stated, mean.value());
    }
  }

  private void compare(String metric, double stated, double recomputed) {
    boolean same = Math.abs(stated - recomputed) <= TOLERANCE;
    equal.add(same);
    if (!same) {
      issues.warning(
          IssueCode.STATISTICS_MISMATCH,
          file,
          "/" + metric,
          Double.toString(stated),
          String.format(Locale.ROOT, "Recomputed from the answers, %s is %s.", metric, recomputed));
    }
  }

  /** The outcome of a run with these comparisons. */
  RunOutcome outcome(long rejected) {
    return new RunOutcome(
        rejected, equal.isEmpty() ? null : !equal.contains(Boolean.FALSE), equal.size());
  }
}
