package io.evalbeam.io.source;

import io.evalbeam.io.cell.Numbers;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.StatedFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the cells below a known header into rows. Cells belong to headers by position alone. */
final class TableRows {
  private final RowLedger ledger;
  private final SourceDescription description;
  private final List<String> header;
  private final CellValues values;
  private final FilterSet filters;
  private final Map<String, Integer> filterColumns = new HashMap<>();
  private final int model;
  private final int developer;
  private final List<Integer> attributes;
  private final List<BenchmarkColumn> benchmarkColumns;
  private final List<Integer> benchmarks;

  private TableRows(RowLedger ledger, List<String> header, List<BenchmarkColumn> benchmarkColumns) {
    this.ledger = ledger;
    this.description = ledger.description();
    this.header = header;
    this.values = new CellValues(ledger);
    this.filters = new FilterSet(description.filters());
    this.model = find(description.model());
    this.developer = find(description.developer());
    this.attributes =
        description.attributes().stream().map(column -> find(column.columns())).toList();
    this.benchmarkColumns = benchmarkColumns;
    this.benchmarks = benchmarkColumns.stream().map(column -> find(column.columns())).toList();
    description.filters().forEach(f -> filterColumns.put(f.column(), find(List.of(f.column()))));
  }

  /**
   * Rows below this header; null, with an issue, when the model column or a filter's column is not
   * there.
   */
  static @Nullable TableRows below(RowLedger ledger, List<String> header) {
    return below(ledger, header, ledger.description().benchmarks());
  }

  /** The same with other benchmarks than the description's. */
  static @Nullable TableRows below(
      RowLedger ledger, List<String> header, List<BenchmarkColumn> benchmarks) {
    TableRows rows = new TableRows(ledger, header, benchmarks);
    return rows.reportColumns() ? rows : null;
  }

  /** How many mapped columns a header has; 0 when it has no model column. */
  static int matches(SourceDescription description, List<String> header) {
    List<ColumnPatterns> wanted = new ArrayList<>();
    description.attributes().forEach(column -> wanted.add(column.columns()));
    description.benchmarks().forEach(column -> wanted.add(column.columns()));
    if (description.developer() != null) {
      wanted.add(description.developer());
    }
    if (Headers.find(header, description.model().patterns(), description.reading()) < 0) {
      return 0;
    }
    return 1
        + (int)
            wanted.stream()
                .filter(c -> Headers.find(header, c.patterns(), description.reading()) >= 0)
                .count();
  }

  int width() {
    return header.size();
  }

  /** Takes one row; blank cells to the right of the last one are understood. */
  void row(String place, List<Cell> cells) {
    if (cells.stream().allMatch(Cell::isBlank)) {
      return;
    }
    int number = ledger.nextRow();
    String location = "row " + number + place;
    if (rejectShape(location, cells)) {
      return;
    }
    String filtered = filters.reason(name -> cell(cells, filterColumns.get(name)).text());
    if (filtered != null) {
      ledger.filterRow(location, excerpt(cells), filtered);
      return;
    }
    String name = cell(cells, model).text();
    if (Numbers.isMissing(name)) {
      ledger.rejectRow(
          IssueCode.NAME_MISSING, location, excerpt(cells), "A model name was expected.");
      return;
    }
    if (name.length() > ledger.limits().nameCharacters()) {
      ledger.rejectRow(
          IssueCode.LIMIT_EXCEEDED,
          location,
          name,
          "A model name may hold " + ledger.limits().nameCharacters() + " characters.");
      return;
    }
    values.text(name, column(location, model));
    String stated = values.text(cell(cells, developer).text(), column(location, developer));
    List<BenchmarkScore> scores = scores(location, cells);
    List<StatedFact> facts = facts(location, cells);
    String sourceText = ManualEntries.sourceText(description, facts);
    ledger.keep(
        new ParsedRow(description.name(), number, name, stated, scores, facts, sourceText, null));
  }

  /** A row whose text could not be split into cells. */
  void broken(IssueCode code, String place, String excerpt, String detail) {
    ledger.rejectRow(code, "row " + ledger.nextRow() + place, excerpt, detail);
  }

  private boolean rejectShape(String location, List<Cell> cells) {
    if (cells.size() > ledger.limits().rowCells()) {
      ledger.rejectRow(
          IssueCode.LIMIT_EXCEEDED,
          location,
          excerpt(cells),
          "A row may hold " + ledger.limits().rowCells() + " cells.");
      return true;
    }
    if (description.reading() == ReadingStyle.TRACKER) {
      if (cells.size() >= 2) {
        return false;
      }
      ledger.rejectRow(
          IssueCode.ROW_MISALIGNED, location, excerpt(cells), "At least two cells were expected.");
      return true;
    }
    if (cells.size() == width() || (mayDiffer() && isBlankBehindHeader(cells))) {
      return false;
    }
    ledger.rejectRow(
        IssueCode.ROW_MISALIGNED,
        location,
        excerpt(cells),
        "The header has " + width() + " cells, the row " + cells.size() + ".");
    return true;
  }

  /** A web or Markdown row may leave cells out at its end; a CSV row may have lost any cell. */
  private boolean mayDiffer() {
    return switch (description.format()) {
      case HTML_TABLE, MARKDOWN_TABLE -> true;
      case CSV, EPOCH_CSV, MANUAL_CSV, JSON_MODELS, MANUAL_YAML -> false;
    };
  }

  private boolean isBlankBehindHeader(List<Cell> cells) {
    return cells.stream().skip(width()).allMatch(Cell::isBlank);
  }

  private List<BenchmarkScore> scores(String location, List<Cell> cells) {
    List<BenchmarkScore> scores = new ArrayList<>();
    for (int i = 0; i < benchmarks.size(); i++) {
      BenchmarkColumn column = benchmarkColumns.get(i);
      int index = benchmarks.get(i);
      String text = cell(cells, index).text();
      BenchmarkScore score =
          values.score(column.key(), column.unit(), text, column(location, index));
      if (score != null) {
        scores.add(score);
      }
    }
    return scores;
  }

  private List<StatedFact> facts(String location, List<Cell> cells) {
    List<StatedFact> facts = new ArrayList<>();
    for (int i = 0; i < attributes.size(); i++) {
      AttributeColumn column = description.attributes().get(i);
      int index = attributes.get(i);
      Cell cell = cell(cells, index);
      String link = column.attribute() == ModelAttribute.LINK ? cell.link() : null;
      StatedFact fact =
          values.fact(
              column.attribute(),
              link == null ? cell.text() : link,
              column.scale(),
              column(location, index));
      if (fact != null) {
        facts.add(fact);
      }
    }
    return facts;
  }

  private Cell cell(List<Cell> cells, @Nullable Integer index) {
    if (index == null || index < 0 || index >= cells.size()) {
      return Cell.BLANK;
    }
    // The original removes a numeric first cell of a web table and lowers all positions but 0.
    boolean removed =
        index == 0
            && description.reading() == ReadingStyle.TRACKER
            && description.format() == SourceFormat.HTML_TABLE
            && cells.get(0).text().matches("\\d+");
    return cells.get(removed ? 1 : index);
  }

  private String column(String location, int index) {
    return index < 0 ? location : location + ", column " + header.get(index);
  }

  private static String excerpt(List<Cell> cells) {
    return cells.stream().limit(20).map(Cell::text).collect(Collectors.joining(" | "));
  }

  private int find(@Nullable ColumnPatterns columns) {
    return columns == null ? -1 : find(columns.patterns());
  }

  private int find(List<String> patterns) {
    return Headers.find(header, patterns, description.reading());
  }

  /** Says which columns are missing or doubtful; false when the source cannot be read. */
  private boolean reportColumns() {
    if (model < 0) {
      ledger.stop(
          IssueCode.COLUMN_MISSING,
          "header",
          String.join(" | ", header),
          "A model column was expected: "
              + String.join(", ", description.model().patterns())
              + ".");
      return false;
    }
    for (RowFilter filter : description.filters()) {
      if (find(List.of(filter.column())) < 0) {
        ledger.stop(
            IssueCode.COLUMN_MISSING,
            "header",
            String.join(" | ", header),
            "The column of a filter was expected: " + filter.column() + ".");
        return false;
      }
    }
    reportColumn("model", description.model(), model);
    if (description.developer() != null) {
      reportColumn("developer", description.developer(), developer);
    }
    for (int i = 0; i < attributes.size(); i++) {
      AttributeColumn column = description.attributes().get(i);
      reportColumn(column.attribute().key(), column.columns(), attributes.get(i));
    }
    for (int i = 0; i < benchmarks.size(); i++) {
      BenchmarkColumn column = benchmarkColumns.get(i);
      reportColumn(column.key(), column.columns(), benchmarks.get(i));
    }
    return true;
  }

  private void reportColumn(String field, ColumnPatterns columns, int index) {
    // A hand-written entry names only the fields that it has.
    boolean optional = description.format() == SourceFormat.MANUAL_YAML;
    if (index < 0 && columns.expected() && !optional) {
      ledger.warn(
          IssueCode.COLUMN_MISSING,
          "header, field " + field,
          String.join(" | ", header),
          "A column was expected: " + String.join(", ", columns.patterns()) + ".");
    }
    boolean exact = description.reading() == ReadingStyle.EXACT;
    if (exact && index >= 0 && Headers.isRepeated(header, index)) {
      ledger.warn(
          IssueCode.ROW_MISALIGNED,
          "header, field " + field,
          header.get(index),
          "The header stands over several columns; the first is read.");
    }
  }
}
