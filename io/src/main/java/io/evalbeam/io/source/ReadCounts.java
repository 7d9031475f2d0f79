package io.evalbeam.io.source;

/**
 * What became of the rows of a source: {@code read = kept + rejected + filtered}, and every row
 * that is not kept has one issue of its own. Blank rows are not rows.
 *
 * @param read rows found
 * @param kept rows delivered
 * @param rejected rows that could not be used
 * @param filtered rows left out by a filter of the description
 * @param complete false when the source could not be read to its end
 */
public record ReadCounts(long read, long kept, long rejected, long filtered, boolean complete) {
  /** Nothing read yet. */
  public static final ReadCounts NONE = new ReadCounts(0, 0, 0, 0, true);

  public ReadCounts {
    if (read != kept + rejected + filtered) {
      throw new IllegalArgumentException(
          "read "
              + read
              + " is not kept "
              + kept
              + " + rejected "
              + rejected
              + " + filtered "
              + filtered);
    }
  }

  /** Both together. */
  public ReadCounts plus(ReadCounts other) {
    return new ReadCounts(
        read + other.read,
        kept + other.kept,
        rejected + other.rejected,
        filtered + other.filtered,
        complete && other.complete);
  }
}
