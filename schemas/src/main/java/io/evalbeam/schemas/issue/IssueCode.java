package io.evalbeam.schemas.issue;

/** What was wrong with a piece of input. Codes are stable: they are stored in published tables. */
public enum IssueCode {
  /** A source could not be opened or fetched. */
  SOURCE_UNAVAILABLE,
  /** A source was read and held no rows. */
  SOURCE_EMPTY,
  /** A required column or field is absent from the whole source. */
  COLUMN_MISSING,
  /** The bytes are not of the declared format. */
  FORMAT_BROKEN,
  /** A row has no model name. */
  NAME_MISSING,
  /** A row's cells do not match the header. */
  ROW_MISALIGNED,
  /** A cell that must be a number is not one. */
  NUMBER_INVALID,
  /** A number is outside the range its column can have. */
  NUMBER_OUT_OF_RANGE,
  /** A cell that must be a date is not one. */
  DATE_INVALID,
  /** A field is longer, deeper or larger than the limit. */
  LIMIT_EXCEEDED,
  /** A row was left out by a filter of its source description. */
  ROW_FILTERED,
  /** Sources contradict each other about one attribute of a model. */
  VALUES_CONFLICT,
  /** One name is used by several developers, so a row without a developer cannot be linked. */
  LINK_AMBIGUOUS,
  /** A chip name is not in the chip catalogue. */
  CHIP_UNKNOWN,
  /** A verified row differs from new evidence by more than the configured fold. */
  VERIFICATION_STALE,
  /** A decision or a curated row names a model that does not exist. */
  DECISION_UNMATCHED,
  /** A run's identity cannot be read, and is not guessed from its directory. */
  RUN_UNIDENTIFIED,
  /** A file of a run cannot be read to its end. */
  PARSE_ERROR,
  /** A run lies below the input twice. */
  RUN_DUPLICATE,
  /** A run's name and its directory disagree. */
  RUN_NAME_DISAGREES,
  /** A file that a run should have is not there. */
  FILE_MISSING,
  /** A file changed while it was read. */
  UNSTABLE_FILE,
  /** Bytes follow the end of a file's value. */
  TRAILING_BYTES,
  /** A field has another type than the format gives it. */
  TYPE_UNEXPECTED,
  /** A score is NaN or infinite. */
  NON_FINITE_SCORE,
  /** One key occurs several times and its values disagree or should occur once. */
  DUPLICATE_CONFLICT,
  /** One instance is spelled in several ways inside a run. */
  IDS_MIXED,
  /** A run shows fewer predictions than it has scores. */
  PREDICTIONS_MISSING,
  /** Instances that others refer to are not listed. */
  INSTANCES_ORPHANED,
  /** Something was scored and has no score here. */
  MISSING_SCORE,
  /** The texts of a run are not there. */
  TEXTS_MISSING,
  /** A figure recomputed from the responses differs from the one the run states. */
  STATISTICS_MISMATCH,
  /** A run has fewer trials than it announces. */
  TRIALS_MISSING,
  /** Two runs of one task ask different questions under one instance id. */
  QUESTIONS_DIFFER,
  /** The release's schema does not say how a run's groups are published. */
  MAIN_METRIC_UNKNOWN,
  /** A run ended before its work was done. */
  RUN_INCOMPLETE,
  /** A run's directory is not there. */
  RESULTS_DIR_NOT_FOUND,
  /** An evaluation has no dated directory. */
  NO_TIMESTAMP_DIR,
  /** A run has no summary. */
  NO_SUMMARY,
  /** A newer summary of the same directory counts instead. */
  SUPERSEDED_SUMMARY,
  /** A data set has no value for any model. */
  DATASET_FAILED,
  /** The evaluator reported an error in place of a score. */
  EVALUATOR_ERROR,
  /** A model's answers were not complete when the run ended. */
  INFERENCE_UNFINISHED,
  /** A shard number is missing. */
  SHARD_MISSING,
  /** A judge's conversation lies among the results. */
  JUDGE_FILE,
  /** A summary cannot be read. */
  SUMMARY_UNPARSABLE,
  /** A cell of a summary is no number. */
  BAD_CELL,
  /** A row of a summary has too few cells. */
  SHORT_ROW,
  /** A row of a summary has too many cells, so none can be aligned. */
  LONG_ROW,
  /** A summary's cell and the results file differ. */
  SCORE_CONFLICT,
  /** Text was mended before it was read: byte order mark, line ends, unpaired surrogates. */
  TEXT_REPAIRED,
  /** A summary of another tool lies in the directory. */
  FOREIGN_SUMMARY,
  /** A link, pipe or device lies where a file should be; it was not opened. */
  NOT_A_REGULAR_FILE,
  /** An evaluation's id is no UUID. */
  INVALID_EVAL_ID,
  /** A run's id has characters it must not have. */
  INVALID_RUN_ID,
  /** A name in the data could leave the directory it belongs to. */
  INVALID_NAME,
  /** A file exists and may not be read. */
  ACCESS_DENIED,
  /** Counts stated by a run and found in its files differ. */
  COUNTS_DIFFER,
  /** A file is not the one whose hash another file states. */
  CHECKSUM_DIFFERS,
  /** Something refers to what is not there. */
  REFERENCE_DANGLING
}
