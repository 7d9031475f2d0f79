package io.evalbeam.io.source;

/**
 * Bounds on what is read into memory at once.
 *
 * @param nameCharacters longest model name
 * @param cellCharacters longest cell
 * @param recordCharacters longest row of a CSV file or line of a Markdown file
 * @param rowCells widest row
 * @param rows most rows of one source
 * @param pageBytes largest web page
 * @param pageTags most tags in a web page
 * @param pageDepth deepest nesting of tags in a web page
 * @param recordValues most values in one JSON record
 * @param depth deepest nesting of JSON
 */
public record ReadLimits(
    int nameCharacters,
    int cellCharacters,
    int recordCharacters,
    int rowCells,
    int rows,
    int pageBytes,
    int pageTags,
    int pageDepth,
    int recordValues,
    int depth) {
  /** Generous for every known leaderboard, safe in half a gigabyte of heap. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(
          500, 262_144, 1_048_576, 2_000, 5_000_000, 16 << 20, 1_000_000, 500, 100_000, 50);
}
