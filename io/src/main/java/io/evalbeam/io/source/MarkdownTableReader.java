package io.evalbeam.io.source;

import io.evalbeam.io.cell.MalformedTextException;
import io.evalbeam.io.cell.Utf8Reader;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a pipe table of a Markdown file line by line. */
final class MarkdownTableReader implements SourceReader {
  private final ReadLimits limits;

  MarkdownTableReader(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public ReadCounts read(InputStream in, SourceDescription description, RowSink sink)
      throws IOException {
    RowLedger ledger = new RowLedger(description, sink, limits);
    Lines lines = new Lines(new BufferedReader(new Utf8Reader(in)), limits.recordCharacters());
    try {
      List<String> header = findHeader(ledger, lines);
      TableRows rows = header == null ? null : TableRows.below(ledger, header);
      if (rows != null) {
        readRows(ledger, rows, lines);
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

  /** Goes to the first table that has a model column, or to the one whose number is given. */
  private @Nullable List<String> findHeader(RowLedger ledger, Lines lines) throws IOException {
    Integer wanted = ledger.description().tableIndex();
    List<String> first = null;
    String before = "";
    String text = "";
    int tables = 0;
    boolean code = false;
    for (String line = lines.next(); line != null; line = lines.next()) {
      text = text.isEmpty() ? line : text;
      if (line.strip().startsWith("```")) {
        code = !code;
      }
      if (!code && MarkdownCells.isSeparator(line) && before.indexOf('|') >= 0) {
        List<String> header = MarkdownCells.split(before).stream().map(Cell::text).toList();
        tables++;
        first = first == null ? header : first;
        boolean fits = TableRows.matches(ledger.description(), header) > 0;
        if (wanted == null ? fits : wanted == tables) {
          return header;
        }
      }
      if (lines.cut()) {
        ledger.stop(IssueCode.LIMIT_EXCEEDED, "line " + lines.number(), before, lineLimit());
        return null;
      }
      before = line;
    }
    if (wanted == null && first != null) {
      return first;
    }
    if (!text.isBlank()) {
      ledger.stop(IssueCode.FORMAT_BROKEN, "file", text, "A pipe table with rows was expected.");
    }
    return null;
  }

  private void readRows(RowLedger ledger, TableRows rows, Lines lines) throws IOException {
    for (String line = lines.next(); line != null && line.indexOf('|') >= 0; line = lines.next()) {
      if (!ledger.rowsLeft()) {
        return;
      }
      String place = ", line " + lines.number();
      if (lines.cut()) {
        rows.broken(IssueCode.LIMIT_EXCEEDED, place, line, lineLimit());
        continue;
      }
      rows.row(place, MarkdownCells.split(line));
    }
  }

  private String lineLimit() {
    return "A line may hold " + limits.recordCharacters() + " characters.";
  }

  /** Lines of bounded length. */
  private static final class Lines {
    private final BufferedReader in;
    private final int maxCharacters;
    private long number;
    private boolean cut;

    Lines(BufferedReader in, int maxCharacters) {
      this.in = in;
      this.maxCharacters = maxCharacters;
    }

    /** The next line, cut at the limit; null at the end. */
    @Nullable String next() throws IOException {
      StringBuilder line = new StringBuilder();
      cut = false;
      int c = in.read();
      if (c < 0) {
        return null;
      }
      number++;
      while (c >= 0 && c != '\n') {
        if (line.length() < maxCharacters) {
          line.append((char) c);
        } else {
          cut = true;
        }
        c = in.read();
      }
      return line.toString().stripTrailing();
    }

    long number() {
      return number;
    }

    boolean cut() {
      return cut;
    }
  }
}
