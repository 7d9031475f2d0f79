package io.evalbeam.transforms.curate;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns that the staging table and the published table share, with their spelling on each side.
 * The calculation and the method have a column each, so that neither overwrites the other.
 */
enum PublishedField {
  DEVELOPER(CuratedColumns.DEVELOPER, "Organization", Kind.TEXT),
  TRAINING_FLOP(CuratedColumns.TRAINING_FLOP, "Training compute (FLOP)", Kind.FLOP),
  PARAMETERS(CuratedColumns.PARAMETERS, "Parameters", Kind.NUMBER),
  CONFIDENCE(CuratedColumns.CONFIDENCE, "Confidence", Kind.CONFIDENCE),
  REASONING(CuratedColumns.REASONING, "Training compute notes", Kind.TEXT),
  METHOD(CuratedColumns.ESTIMATION_METHOD, "Training compute estimation method", Kind.METHOD),
  RELEASE_DATE(CuratedColumns.RELEASE_DATE, "Publication date", Kind.DATE),
  NOTES(CuratedColumns.NOTES, "Accessibility notes", Kind.NOTES),
  SOURCES(CuratedColumns.SOURCES, "Link", Kind.TEXT);

  private enum Kind {
    TEXT,
    NOTES,
    METHOD,
    NUMBER,
    FLOP,
    CONFIDENCE,
    DATE
  }

  /** Method of rows that came from the published table without one. */
  static final String TYPED_BY_HAND = "manual_entry";

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Map<String, String> TO_PUBLISHED =
      Map.of(
          "high", "Confident",
          "medium", "Likely",
          "low", "Speculative",
          "speculative", "Speculative",
          "unknown", "Unknown");
  private static final Map<String, String> TO_STAGING =
      Map.of(
          "Confident", "high",
          "Likely", "medium",
          "Speculative", "speculative",
          "Unknown", "unknown");

  private final String staging;
  private final String published;
  private final Kind kind;

  PublishedField(String staging, String published, Kind kind) {
    this.staging = staging;
    this.published = published;
    this.kind = kind;
  }

  String staging() {
    return staging;
  }

  String published() {
    return published;
  }

  /** A staging cell as the published table spells it. */
  String toPublished(String cell) {
    return switch (kind) {
      case TEXT, NOTES, NUMBER, FLOP -> cell;
      // How a row was typed is no way to estimate compute.
      case METHOD -> cell.equals(TYPED_BY_HAND) ? "" : cell;
      case CONFIDENCE -> TO_PUBLISHED.getOrDefault(cell, cell);
      case DATE -> {
        Matcher date = ISO.matcher(cell.strip());
        yield date.matches()
            ? String.format(
                Locale.ROOT,
                "%d/%d/%s",
                Integer.parseInt(date.group(2)),
                Integer.parseInt(date.group(3)),
                date.group(1))
            : cell;
      }
    };
  }

  /** A published cell as the staging table spells it. */
  String toStaging(String cell) {
    return switch (kind) {
      case TEXT, NOTES, METHOD, NUMBER, FLOP -> cell;
      case CONFIDENCE -> TO_STAGING.getOrDefault(cell, cell);
      case DATE -> {
        Matcher date = AMERICAN.matcher(cell.strip());
        yield date.matches()
            ? String.format(
                Locale.ROOT,
                "%s-%02d-%02d",
                date.group(3),
                Integer.parseInt(date.group(1)),
                Integer.parseInt(date.group(2)))
            : cell;
      }
    };
  }

  /** Whether a staging cell and a published cell say the same. */
  boolean same(String stagingCell, String publishedCell) {
    return switch (kind) {
      // A row that was added from the other side says so after its own notes.
      case NOTES ->
          stagingCell.isBlank() == publishedCell.isBlank()
              && (stagingCell.contains(publishedCell) || publishedCell.contains(stagingCell));
      case TEXT, METHOD -> stagingCell.strip().equals(publishedCell.strip());
      case FLOP -> FlopText.same(stagingCell, publishedCell);
      case NUMBER -> {
        Double a = FlopText.parse(stagingCell);
        Double b = FlopText.parse(publishedCell);
        yield (a == null || b == null) ? stagingCell.equals(publishedCell) : a.equals(b);
      }
      case CONFIDENCE ->
          toPublished(stagingCell).equals(publishedCell) || stagingCell.equals(publishedCell);
      case DATE -> toPublished(stagingCell).equals(toPublished(publishedCell));
    };
  }
}
