package io.evalbeam.io.evaluation.opencompass;

import java.util.Locale;

/** What a run of this format is; stands in the selector of a found run. */
enum RunPart {
  /** The summaries and figures of a stamp directory, all models and data sets together. */
  REPORT,
  /** The answers of one model to one data set. */
  RESPONSES,
  /** A run directory without a stamp directory. */
  NOT_STARTED,
  /** A run directory below a name that is no UUID; nothing below it is read. */
  INVALID_EVALUATION,
  /** A run directory whose id has characters it must not have; nothing below it is read. */
  INVALID_RUN;

  String selector() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RunPart of(String selector) {
    return valueOf(selector.toUpperCase(Locale.ROOT));
  }
}
