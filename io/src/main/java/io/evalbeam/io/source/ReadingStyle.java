package io.evalbeam.io.source;

/** How headers and numbers are read. */
public enum ReadingStyle {
  /** Whole headers, certain numbers; anything doubtful is an issue. */
  EXACT,
  /**
   * The rules of the original tracker: the first header that contains a pattern, the first digits
   * of a score, and its rank rule for web tables.
   */
  TRACKER
}
