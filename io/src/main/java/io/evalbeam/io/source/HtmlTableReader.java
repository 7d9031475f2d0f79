package io.evalbeam.io.source;

import io.evalbeam.io.cell.MalformedTextException;
import io.evalbeam.io.cell.Utf8Reader;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/** Reads the table of a web page. */
final class HtmlTableReader implements SourceReader {
  private record Candidate(HtmlGrid grid, int headerRow, int matches) {}

  private final ReadLimits limits;

  HtmlTableReader(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public ReadCounts read(InputStream in, SourceDescription description, RowSink sink)
      throws IOException {
    RowLedger ledger = new RowLedger(description, sink, limits);
    Document page = page(ledger, in);
    if (page != null && !isTooDeep(ledger, page)) {
      Candidate table = choose(ledger, page);
      if (table != null) {
        readTable(ledger, table);
      }
    }
    return ledger.finish();
  }

  /** The parsed page; null, with an issue, when the bytes are no page or too many. */
  private @Nullable Document page(RowLedger ledger, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(limits.pageBytes() + 1);
    if (bytes.length > limits.pageBytes()) {
      ledger.stop(
          IssueCode.LIMIT_EXCEEDED,
          "file",
          "",
          "A web page may hold " + limits.pageBytes() + " bytes.");
      return null;
    }
    int tags = 0;
    for (byte b : bytes) {
      tags += b == '<' ? 1 : 0;
    }
    if (tags > limits.pageTags()) {
      ledger.stop(
          IssueCode.LIMIT_EXCEEDED,
          "file",
          "",
          "A web page may hold " + limits.pageTags() + " tags.");
      return null;
    }
    if (new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
      return null;
    }
    return parse(ledger, bytes);
  }

  private @Nullable Document parse(RowLedger ledger, byte[] bytes) throws IOException {
    SourceDescription description = ledger.description();
    String base = description.isRemote() ? description.location() : "";
    if (description.url() != null && description.url().startsWith("http")) {
      base = description.url();
    }
    try (Utf8Reader reader = new Utf8Reader(new ByteArrayInputStream(bytes))) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return Jsoup.parse(text.toString(), base);
    } catch (MalformedTextException e) {
      Document page = Jsoup.parse(new ByteArrayInputStream(bytes), null, base);
      if (!page.charset().equals(StandardCharsets.UTF_8) && bytesAreText(bytes)) {
        return page;
      }
      ledger.stop(
          IssueCode.FORMAT_BROKEN, "byte " + e.byteOffset(), "", String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** Work on a page grows with its nesting, so that endless nesting must not come through. */
  private boolean isTooDeep(RowLedger ledger, Document page) {
    NodeFilter stopper =
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            return depth > limits.pageDepth() ? FilterResult.STOP : FilterResult.CONTINUE;
          }
        };
    if (NodeTraversor.filter(stopper, page) != NodeFilter.FilterResult.STOP) {
      return false;
    }
    ledger.stop(
        IssueCode.LIMIT_EXCEEDED,
        "file",
        "",
        "A web page may nest " + limits.pageDepth() + " tags.");
    return true;
  }

  private static boolean bytesAreText(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Candidate choose(RowLedger ledger, Document page) {
    List<Element> tables = tables(ledger, page);
    if (tables == null) {
      return null;
    }
    Integer index = ledger.description().tableIndex();
    if (index != null) {
      tables = index <= tables.size() ? tables.subList(index - 1, index) : List.of();
    } else if (ledger.description().reading() == ReadingStyle.TRACKER && !tables.isEmpty()) {
      tables = tables.subList(0, 1);
    }
    Candidate best = null;
    for (Element table : tables) {
      Candidate candidate = candidate(ledger.description(), table);
      if (candidate != null && (best == null || candidate.matches() > best.matches())) {
        best = candidate;
      }
    }
    if (best == null) {
      ledger.stop(IssueCode.FORMAT_BROKEN, "page", page.title(), "A table with rows was expected.");
    }
    return best;
  }

  private static @Nullable List<Element> tables(RowLedger ledger, Document page) {
    String selector = ledger.description().tableSelector();
    try {
      List<Element> tables = new ArrayList<>();
      for (Element element : page.select(selector == null ? "table" : selector)) {
        if (element.normalName().equals("table")) {
          tables.add(element);
        } else {
          tables.addAll(element.select("table"));
        }
      }
      return tables.stream().distinct().toList();
    } catch (SelectorParseException e) {
      ledger.stop(
          IssueCode.FORMAT_BROKEN,
          "page",
          String.valueOf(selector),
          "A CSS selector was expected.");
      return null;
    }
  }

  private @Nullable Candidate candidate(SourceDescription description, Element table) {
    Function<Element, String> textOf =
        description.reading() == ReadingStyle.TRACKER ? HtmlText::joined : HtmlText::visible;
    HtmlGrid grid = new HtmlGrid(table, textOf, limits.rowCells(), limits.pageTags());
    List<HtmlGrid.Row> rows = grid.rows();
    if (rows.isEmpty()) {
      return null;
    }
    int headerRow = firstHeader(rows);
    int matches = TableRows.matches(description, rows.get(headerRow).texts());
    // A head of several rows: the one that names most of the columns counts.
    for (int i = 0; i < rows.size() && rows.get(i).head(); i++) {
      int found = TableRows.matches(description, rows.get(i).texts());
      if (found > matches) {
        headerRow = i;
        matches = found;
      }
    }
    return new Candidate(grid, headerRow, matches);
  }

  private static int firstHeader(List<HtmlGrid.Row> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).head()) {
        return i;
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).headings() && !rows.get(i).spanning()) {
        return i;
      }
    }
    return 0;
  }

  private void readTable(RowLedger ledger, Candidate table) {
    List<HtmlGrid.Row> all = table.grid().rows();
    List<String> header = all.get(table.headerRow()).texts();
    TableRows rows = TableRows.below(ledger, header);
    if (rows == null) {
      return;
    }
    for (HtmlGrid.Row row : all.subList(table.headerRow() + 1, all.size())) {
      // Long tables repeat their header; that is no row.
      if (row.head() || row.texts().equals(header)) {
        continue;
      }
      if (!ledger.rowsLeft()) {
        return;
      }
      if (row.spanning() && !row.cells().get(0).isBlank()) {
        rows.broken(
            IssueCode.ROW_MISALIGNED,
            "",
            row.cells().get(0).text(),
            "One cell spans the row; a heading inside the table is no model.");
        continue;
      }
      rows.row("", row.cells());
    }
    if (table.grid().isCut()) {
      ledger.stop(
          IssueCode.LIMIT_EXCEEDED,
          "table",
          "",
          "A table may hold " + limits.pageTags() + " cells; the rest was not read.");
    }
  }
}
