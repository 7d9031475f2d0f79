package io.evalbeam.schemas.evaluation;

/** What a reported figure is. */
public enum ReportedStatus {
  /** A number. */
  OK,
  /** The report says that there is none. */
  MISSING,
  /** NaN or infinite. */
  NON_FINITE,
  /** No number. */
  NON_NUMERIC,
  /** An empty cell. */
  EMPTY,
  /** The row ended before this cell. */
  SHORT_ROW,
  /** The row has more cells than the header, so none can be aligned. */
  TOO_MANY_CELLS,
  /** A heading between rows. */
  SECTION_ROW,
  /** The run ended without a report. */
  INCOMPLETE,
  /** Something else is wrong; see the issue. */
  ANOMALY,
  /** An evaluation directory without a dated run. */
  NO_TIMESTAMP_DIR,
  /** The evaluation's id is not a UUID. */
  INVALID_EVAL_ID
}
