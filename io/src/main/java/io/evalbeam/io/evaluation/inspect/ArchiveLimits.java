package io.evalbeam.io.evaluation.inspect;

/**
 * Bounds on an archive, which may be made to expand without end.
 *
 * @param entries most entries
 * @param expandedBytes most bytes of all entries together
 * @param ratio most expanded bytes per byte of the archive, looked at from {@link #FREE_BYTES} on
 */
record ArchiveLimits(int entries, long expandedBytes, int ratio) {
  /** Expanded bytes that are fine at any ratio. */
  static final long FREE_BYTES = 16 << 20;

  /** Generous for logs: JSON with repeated conversations shrinks to a hundredth at most. */
  static final ArchiveLimits DEFAULT = new ArchiveLimits(2_000_000, 1L << 40, 400);
}
