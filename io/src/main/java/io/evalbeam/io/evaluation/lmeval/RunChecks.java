package io.evalbeam.io.evaluation.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.issue.IssueCode;

/** Compares what a run states with what its lines say, and reports every difference. */
final class RunChecks {
  private static final double TOLERANCE = 1e-12;

  private final ResultsFile results;
  private final String task;
  private final String filter;
  private final FileIssues issues;
  private final RunSink sink;
  private long comparisons;
  private boolean equal = true;

  RunChecks(ResultsFile results, String task, String filter, FileIssues issues, RunSink sink) {
    this.results = results;
    this.task = task;
    this.filter = filter;
    this.issues = issues;
    this.sink = sink;
  }

  /** Compares figures and their standard errors. */
  void figures(LineMetrics metrics) {
    RecomputedFigures recomputed = new RecomputedFigures(metrics);
    JsonNode result = results.result(task);
    for (FigureKey key : FigureKey.ofAll(result)) {
      JsonNode stated = result.path(key.text());
      if (!key.filter().equals(filter) || !stated.isNumber()) {
        continue;
      }
      Aggregation aggregation = results.aggregation(task, key.metric());
      Double figure = recomputed.figure(key.metric(), aggregation);
      if (figure != null) {
        compare(key.text(), stated.doubleValue(), figure);
      }
      Double statedError = key.standardError(result);
      Double error = recomputed.standardError(key.metric(), aggregation);
      if (error != null && statedError != null) {
        compare("standard error of " + key.text(), statedError, error);
      }
    }
  }

  private void compare(String what, double stated, double computed) {
    comparisons++;
    double scale = Math.max(1, Math.max(Math.abs(stated), Math.abs(computed)));
    if (!(Math.abs(stated - computed) <= TOLERANCE * scale)) {
      differs(
          IssueCode.STATISTICS_MISMATCH,
          what,
          Double.toString(stated),
          "The results file states this; from the lines it is " + computed + ".");
    }
  }

  /** Compares the number of documents. */
  void documents(long counted) {
    Long stated = results.effectiveSamples(task);
    if (stated == null) {
      return;
    }
    comparisons++;
    if (stated != counted) {
      differs(
          IssueCode.COUNTS_DIFFER,
          "n-samples",
          Long.toString(stated),
          "The results file states this number of documents; the lines have " + counted + ".");
    }
  }

  /** Compares the hashes of lines and of the task. */
  void hashes(LineHashes hashes) {
    if (hashes.compared() > 0) {
      comparisons++;
    }
    if (hashes.different() > 0) {
      differs(
          IssueCode.STATISTICS_MISMATCH,
          "line " + hashes.firstDifferent(),
          "",
          hashes.different()
              + " hashes of document, prompt or target do not fit the text they stand for; the"
              + " first is on this line.");
    }
    String stated = results.root().path("task_hashes").path(task).textValue();
    String computed = hashes.taskHash();
    if (stated == null || computed == null) {
      return;
    }
    comparisons++;
    if (!stated.equals(computed)) {
      differs(
          IssueCode.STATISTICS_MISMATCH,
          "task_hashes",
          stated,
          "The hash over all lines differs from the one the results file states: lines were"
              + " removed, added or changed.");
    }
  }

  private void differs(IssueCode code, String what, String excerpt, String detail) {
    equal = false;
    sink.issue(issues.warning(code, "filter " + filter + ", " + what, excerpt, detail));
  }

  /** How the run ended; rejected lines make it unverified whatever was compared. */
  RunOutcome outcome(long rejected) {
    boolean verified = equal && rejected == 0;
    return new RunOutcome(
        rejected, comparisons == 0 ? null : Boolean.valueOf(verified), comparisons);
  }
}
