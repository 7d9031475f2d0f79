package io.evalbeam.pipelines.tracking;

/** Which rules name, merge, estimate and classify models. */
public enum Policy {
  /** Evalbeam's own rules: lossless merging, intervals, provenance. */
  DEFAULT,
  /** The rules of the original tracker, reproduced exactly, for migration and comparison. */
  TRACKER
}
