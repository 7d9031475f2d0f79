package io.evalbeam.transforms.statistics;

/** Whether a model has a Bradley-Terry strength, and if not, why. */
public enum StrengthStatus {
  /** Finite and unique. */
  FITTED,
  /** No instance shared with another model. */
  NOT_COMPARED,
  /** Never lost nor tied: the strength is infinite. */
  NEVER_LOST,
  /** Never won nor tied: the strength is minus infinite. */
  NEVER_WON,
  /** Wins and losses do not link it both ways with the models that are fitted. */
  NOT_CONNECTED,
  /** The iteration reached its limit. */
  NOT_CONVERGED
}
