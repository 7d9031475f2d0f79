package io.evalbeam.io.cell;

import io.evalbeam.schemas.issue.IssueCode;

/** What a cell that should hold a number turned out to be. */
public sealed interface NumberReading {

  /**
   * A number.
   *
   * @param value finite
   * @param percent whether it was written with a percent sign; the value is the number before it
   */
  record Value(double value, boolean percent) implements NumberReading {}

  /** The cell states that there is no value. */
  record Missing() implements NumberReading {}

  /**
   * Text that cannot be read as one certain number.
   *
   * @param code {@code NUMBER_INVALID} or {@code NUMBER_OUT_OF_RANGE}
   * @param reason a sentence for people
   */
  record Invalid(IssueCode code, String reason) implements NumberReading {}
}
