package io.evalbeam.schemas.reference;

/** Which values a metric has for a single instance. */
public enum ScoreType {
  /** 0 or 1. */
  BINARY,
  /** Any number inside the bounds. */
  CONTINUOUS
}
