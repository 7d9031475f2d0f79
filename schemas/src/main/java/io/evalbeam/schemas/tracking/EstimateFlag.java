package io.evalbeam.schemas.tracking;

/** Why a reader should look twice at an estimate. */
public enum EstimateFlag {
  /** Two methods differ by more than a factor of ten. */
  METHODS_DISAGREE,
  /** Outside 1e10..1e30 FLOP. */
  IMPLAUSIBLE_MAGNITUDE,
  /** A rating outside the range of the models the regression was fitted on. */
  SCORE_OUT_OF_FITTED_RANGE,
  /** Total parameters stand in for unknown active ones. */
  ACTIVE_PARAMETERS_UNKNOWN,
  /** Sources state different values for an input; the choice is in the reasoning. */
  INPUTS_CONFLICT,
  /** Utilisation is a prior, not stated. */
  UTILIZATION_ASSUMED,
  /** Passes over the data are a prior, not stated. */
  EPOCHS_ASSUMED,
  /** Operations per data point come from a prior of the domain. */
  DOMAIN_FACTOR_ASSUMED,
  /** Training tokens come from a prior of the release year. */
  TOKENS_ASSUMED,
  /** Imputation does not beat the best constant; the interval is the spread of the references. */
  NOT_BETTER_THAN_CONSTANT,
  /** The developer policy lowered the value. */
  DEVELOPER_CAPPED
}
