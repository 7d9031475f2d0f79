package io.evalbeam.schemas.tracking;

/** Whether a regression on a benchmark may be used for imputation. */
public enum ImputationVerdict {
  /** It predicts left-out models better than the best constant. */
  USED,
  /** Too few reference models have the benchmark. */
  TOO_FEW_REFERENCES,
  /** All reference models score alike, so that nothing can be learnt. */
  NO_SPREAD,
  /** A better score does not go with more compute. */
  SLOPE_NOT_POSITIVE,
  /** It does not predict left-out models better than the best constant. */
  NOT_BETTER_THAN_CONSTANT,
  /** The same regression without the release date predicts better. */
  DATE_DOES_NOT_HELP
}
