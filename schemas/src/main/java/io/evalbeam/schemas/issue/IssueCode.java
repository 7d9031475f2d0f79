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
  DECISION_UNMATCHED
}
