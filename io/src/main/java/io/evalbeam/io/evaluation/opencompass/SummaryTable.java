package io.evalbeam.io.evaluation.opencompass;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A summary's table.
 *
 * @param models column names in the header's order; may repeat
 * @param rows in the file's order
 */
record SummaryTable(List<String> models, List<Row> rows) {
  private static final List<String> TEXT_COLUMNS = List.of("dataset", "version", "metric", "mode");
  private static final String NONE = "-";

  /** Most cells of a table; a row that ends early counts in full. */
  static final int MAX_CELLS = 1_000_000;

  /** What a row is. */
  enum Kind {
    /** Scores under the columns; cells may be missing at the end. */
    SCORES,
    /** A heading. */
    SECTION,
    /** More cells than the header: none can be assigned. */
    TOO_LONG
  }

  /**
   * A row below the header.
   *
   * @param line from 1 in the file
   * @param version hash of the prompt, as text; null where the table has no such column
   * @param metric null where the table has no such column
   * @param mode null where the table has no such column
   * @param cells one for each model that has one
   */
  record Row(
      int line,
      Kind kind,
      String dataset,
      @Nullable String version,
      @Nullable String metric,
      @Nullable String mode,
      List<String> cells) {

    /** The text under a model's column; null when the row ends before it. */
    @Nullable String cell(int column) {
      return column < cells.size() ? cells.get(column) : null;
    }

    /** Whether the data set has no value at all, for no model and no metric. */
    boolean failed() {
      return isNone(version)
          && isNone(metric)
          && isNone(mode)
          && cells.stream().allMatch(NONE::equals);
    }

    /** Whether the row is of a group of data sets: those have a metric and no prompt. */
    boolean group() {
      return NONE.equals(version) && !isNone(metric);
    }

    private static boolean isNone(@Nullable String text) {
      return text == null || text.equals(NONE);
    }
  }

  /**
   * Makes a table of lines. The header is {@code dataset,version,metric,mode} and models, or, from
   * one tool, {@code dataset} and models alone.
   *
   * @return empty when the header is another one, no row follows or there are too many cells
   */
  static Optional<SummaryTable> of(List<SummaryForm.Line> lines) {
    if (lines.size() < 2) {
      return Optional.empty();
    }
    List<String> header = lines.get(0).cells();
    int texts = textColumns(header);
    if (texts == 0 || (long) header.size() * lines.size() > MAX_CELLS) {
      return Optional.empty();
    }
    List<Row> rows = new ArrayList<>();
    for (SummaryForm.Line line : lines.subList(1, lines.size())) {
      rows.add(row(line, texts, header.size()));
    }
    return Optional.of(new SummaryTable(header.subList(texts, header.size()), rows));
  }

  private static int textColumns(List<String> header) {
    int full = TEXT_COLUMNS.size();
    if (header.size() > full && header.subList(0, full).equals(TEXT_COLUMNS)) {
      return full;
    }
    boolean models = header.size() > 1 && header.stream().skip(1).noneMatch(TEXT_COLUMNS::contains);
    return models && header.get(0).equals(TEXT_COLUMNS.get(0)) ? 1 : 0;
  }

  private static Row row(SummaryForm.Line line, int texts, int columns) {
    List<String> cells = line.cells();
    Kind kind = Kind.SCORES;
    if (cells.get(0).startsWith("---") && cells.stream().skip(1).allMatch(NONE::equals)) {
      kind = Kind.SECTION;
    } else if (cells.size() > columns) {
      kind = Kind.TOO_LONG;
    }
    boolean full = texts == TEXT_COLUMNS.size();
    return new Row(
        line.number(),
        kind,
        cells.get(0),
        full ? text(cells, 1) : null,
        full ? text(cells, 2) : null,
        full ? text(cells, 3) : null,
        cells.size() > texts ? cells.subList(texts, cells.size()) : List.of());
  }

  private static @Nullable String text(List<String> cells, int position) {
    return position < cells.size() ? cells.get(position) : null;
  }

  /** Names in the first column, headings left out. */
  Set<String> datasets() {
    Set<String> datasets = new HashSet<>();
    for (Row row : rows) {
      if (row.kind() != Kind.SECTION) {
        datasets.add(row.dataset());
      }
    }
    return datasets;
  }

  /** Names of the results files the table shows, as {@link SummaryText#cellText} of them. */
  Set<String> resultsNames() {
    Set<String> names = new HashSet<>();
    for (String dataset : datasets()) {
      for (String model : models) {
        names.add(SummaryText.cellText(new ModelDataset(model, dataset).resultsName()));
      }
    }
    return names;
  }
}
