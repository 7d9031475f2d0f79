package io.evalbeam.io.source;

import io.evalbeam.io.cell.MalformedTextException;
import io.evalbeam.io.cell.Utf8Reader;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads character-separated values record by record. */
final class CsvReader implements SourceReader {
  /**
   * Each unclosed quote may cost a second look at a whole record; a file full of them is broken.
   */
  private static final int MAX_UNTERMINATED = 100;

  private final ReadLimits limits;

  CsvReader(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public ReadCounts read(InputStream in, SourceDescription description, RowSink sink)
      throws IOException {
    RowLedger ledger = new RowLedger(description, sink, limits);
    char delimiter = description.delimiter().charAt(0);
    CsvRecords records = new CsvRecords(new Utf8Reader(in), delimiter, limits.recordCharacters());
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).build();
    try {
      TableRows rows = header(ledger, records, format);
      if (rows != null) {
        readRows(ledger, rows, records, format);
      }
    } catch (MalformedTextException e) {
      ledger.stop(
          IssueCode.FORMAT_BROKEN,
          "byte " + e.byteOffset(),
          "",
          e.getMessage() + " The rest was not read.");
    }
    return ledger.finish();
  }

  private @Nullable TableRows header(RowLedger ledger, CsvRecords records, CSVFormat format)
      throws IOException {
    CsvRecords.Piece piece = records.next();
    while (piece != null && piece.text().isBlank()) {
      piece = records.next();
    }
    if (piece == null) {
      return null;
    }
    if (piece.kind() == CsvRecords.Kind.TOO_LONG) {
      ledger.stop(IssueCode.LIMIT_EXCEEDED, "header", piece.text(), recordLimit());
      return null;
    }
    List<Cell> cells = piece.kind() == CsvRecords.Kind.RECORD ? cells(piece, format) : null;
    if (cells == null) {
      ledger.stop(
          IssueCode.FORMAT_BROKEN,
          "header",
          piece.text(),
          "The quotes of the header do not close.");
      return null;
    }
    return TableRows.below(ledger, cells.stream().map(Cell::text).toList());
  }

  private void readRows(RowLedger ledger, TableRows rows, CsvRecords records, CSVFormat format)
      throws IOException {
    int unterminated = 0;
    for (CsvRecords.Piece piece = records.next(); piece != null; piece = records.next()) {
      if (piece.text().isBlank()) {
        continue;
      }
      if (!ledger.rowsLeft()) {
        return;
      }
      String place = ", line " + piece.line();
      switch (piece.kind()) {
        case RECORD -> {
          List<Cell> cells = cells(piece, format);
          if (cells == null) {
            rows.broken(
                IssueCode.FORMAT_BROKEN,
                place,
                piece.text(),
                "A delimiter was expected after a closing quote.");
          } else {
            rows.row(place, cells);
          }
        }
        case UNTERMINATED -> {
          rows.broken(
              IssueCode.FORMAT_BROKEN, place, piece.text(), "A quote is opened and never closed.");
          if (++unterminated == MAX_UNTERMINATED) {
            ledger.stop(
                IssueCode.FORMAT_BROKEN,
                "line " + piece.line(),
                "",
                "Too many quotes are never closed; the rest was not read.");
            return;
          }
        }
        case TOO_LONG -> rows.broken(IssueCode.LIMIT_EXCEEDED, place, piece.text(), recordLimit());
      }
    }
  }

  private String recordLimit() {
    return "A row may hold " + limits.recordCharacters() + " characters.";
  }

  /** The cells of a record, null when its quotes are wrong. */
  private static @Nullable List<Cell> cells(CsvRecords.Piece piece, CSVFormat format) {
    try (CSVParser parser = CSVParser.parse(piece.text(), format)) {
      List<Cell> cells = new ArrayList<>();
      for (CSVRecord record : parser) {
        record.forEach(text -> cells.add(Cell.of(text)));
      }
      return cells;
    } catch (IOException | UncheckedIOException e) {
      // The text is in memory, so nothing but its quoting can fail.
      return null;
    }
  }
}
