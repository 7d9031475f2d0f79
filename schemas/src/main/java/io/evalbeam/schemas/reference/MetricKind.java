package io.evalbeam.schemas.reference;

/** What a metric is about. */
public enum MetricKind {
  /** How good answers are. */
  SCORE,
  /** How well stated probabilities fit the answers. */
  CALIBRATION,
  /** How unevenly groups of people are treated. */
  BIAS,
  /** How harmful answers are. */
  TOXICITY,
  /** How long answers take. */
  EFFICIENCY,
  /** What training or asking costs. */
  COST,
  /** Bookkeeping: counts and shares that describe a run. */
  COUNT
}
