package io.evalbeam.io.evaluation.everyeval;

/** Sizes beyond which files are taken for damaged. */
final class Limits {
  /** Aggregates hold a few figures; the largest known has half a megabyte. */
  static final int MAX_AGGREGATE_BYTES = 32 << 20;

  /** Longest row of a samples file. */
  static final int MAX_LINE_BYTES = 64 << 20;

  /** Decimal digits that always fit a long. */
  static final int MAX_COUNT_DIGITS = 18;

  private Limits() {}
}
