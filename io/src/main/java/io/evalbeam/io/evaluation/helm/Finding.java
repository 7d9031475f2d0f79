package io.evalbeam.io.evaluation.helm;

import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.issue.IssueSeverity;

/** Things that can be wrong many times inside one file and are told once, with their number. */
enum Finding {
  UNUSABLE_ENTRY(
      IssueCode.TYPE_UNEXPECTED,
      IssueSeverity.REJECTED,
      "Entries without a usable instance id, trial or list, left out"),
  WRONG_TYPE(
      IssueCode.TYPE_UNEXPECTED,
      IssueSeverity.WARNING,
      "Values of an unexpected type, read as missing"),
  NON_FINITE(
      IssueCode.NON_FINITE_SCORE,
      IssueSeverity.REJECTED,
      "Scores that are NaN or infinite, read as missing"),
  CONFLICTING_SCORES(
      IssueCode.DUPLICATE_CONFLICT,
      IssueSeverity.WARNING,
      "Scores given again for the same key and metric with another value; the first counts"),
  SCORE_UNLIKE_SUM(
      IssueCode.STATISTICS_MISMATCH,
      IssueSeverity.WARNING,
      "Scores whose mean is not their sum divided by their count"),
  MEAN_DIFFERS(
      IssueCode.STATISTICS_MISMATCH,
      IssueSeverity.WARNING,
      "Figures that differ from the mean recomputed from the scores, or rest on another number of"
          + " trials"),
  REPEATED_PREDICTION(
      IssueCode.DUPLICATE_CONFLICT,
      IssueSeverity.WARNING,
      "Predictions shown again for a key that has one; each key counts once"),
  ORPHANED_PREDICTION(
      IssueCode.INSTANCES_ORPHANED,
      IssueSeverity.WARNING,
      "Predictions shown for a key that has no scores"),
  ORPHANED_INSTANCE(
      IssueCode.INSTANCES_ORPHANED,
      IssueSeverity.WARNING,
      "Scored instances that instances.json does not list; the requests have them"),
  PREDICTION_DIFFERS(
      IssueCode.DUPLICATE_CONFLICT,
      IssueSeverity.WARNING,
      "Predictions shown that differ from the model's answer; the answer counts"),
  REPEATED_REQUEST(
      IssueCode.DUPLICATE_CONFLICT,
      IssueSeverity.WARNING,
      "Requests repeated for one key; the first counts"),
  UNSCORED_REQUEST(
      IssueCode.MISSING_SCORE,
      IssueSeverity.WARNING,
      "Requests without scores; their rows have no metric"),
  SCORES_WITHOUT_REQUEST(
      IssueCode.TEXTS_MISSING,
      IssueSeverity.WARNING,
      "Scored keys without a request; their rows have no texts"),
  SPELLINGS(
      IssueCode.IDS_MIXED,
      IssueSeverity.WARNING,
      "Instance ids spelled differently in the files of the run, joined by their number"),
  REPAIRED_TEXT(
      IssueCode.TEXT_REPAIRED,
      IssueSeverity.WARNING,
      "Texts with U+0000 or unpaired surrogates, for which U+FFFD stands now"),
  BAD_PATTERN(
      IssueCode.TYPE_UNEXPECTED,
      IssueSeverity.WARNING,
      "Output mapping patterns that cannot be used; answers are not mapped");

  private final IssueCode code;
  private final IssueSeverity severity;
  private final String sentence;

  Finding(IssueCode code, IssueSeverity severity, String sentence) {
    this.code = code;
    this.severity = severity;
    this.sentence = sentence;
  }

  IssueCode code() {
    return code;
  }

  IssueSeverity severity() {
    return severity;
  }

  /** What was found how often, as a sentence. */
  String detail(long count) {
    return sentence + ": " + count + ".";
  }
}
