package io.evalbeam.io.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A web table laid out as a browser does: cells that span columns or rows stand in every place they
 * cover, so that positions below a header stay true.
 */
final class HtmlGrid {
  /**
   * A row of the grid.
   *
   * @param head whether it belongs to the table's head
   * @param headings whether any of its cells is a heading
   * @param spanning whether one cell covers the whole row
   */
  record Row(List<Cell> cells, boolean head, boolean headings, boolean spanning) {
    List<String> texts() {
      return cells.stream().map(Cell::text).toList();
    }
  }

  private record Carried(Cell cell, int rowsLeft) {}

  private final List<Row> rows = new ArrayList<>();
  private final Function<Element, String> textOf;
  private final int maxCells;
  private final int maxTotal;
  private int total;
  private Map<Integer, Carried> carried = new TreeMap<>();

  /**
   * Lays out a table; tables nested in its cells count as text.
   *
   * @param maxCells rows are cut one cell behind this width
   * @param maxTotal layout ends when the grid has more cells than this
   */
  HtmlGrid(Element table, Function<Element, String> textOf, int maxCells, int maxTotal) {
    this.textOf = textOf;
    this.maxCells = maxCells;
    this.maxTotal = maxTotal;
    for (Element child : table.children()) {
      if (child.normalName().equals("tr")) {
        add(child);
      } else {
        child.children().stream().filter(e -> e.normalName().equals("tr")).forEach(this::add);
      }
    }
  }

  /** Whether spans blew the table up beyond the limit, so that rows are missing. */
  boolean isCut() {
    return total > maxTotal;
  }

  List<Row> rows() {
    return rows;
  }

  private void add(Element row) {
    if (isCut()) {
      return;
    }
    List<Element> elements =
        row.children().stream()
            .filter(e -> e.normalName().equals("td") || e.normalName().equals("th"))
            .toList();
    List<Cell> cells = new ArrayList<>();
    Map<Integer, Carried> below = new TreeMap<>();
    for (Element element : elements) {
      fillCarried(cells, below);
      Cell cell = new Cell(textOf.apply(element), link(element));
      int down = span(element, "rowspan");
      for (int i = span(element, "colspan"); i > 0 && cells.size() <= maxCells; i--) {
        if (down > 1) {
          below.put(cells.size(), new Carried(cell, down - 1));
        }
        cells.add(cell);
      }
    }
    fillCarried(cells, below);
    carried = below;
    total += cells.size();
    if (cells.isEmpty()) {
      return;
    }
    Element parent = row.parent();
    rows.add(
        new Row(
            cells,
            parent != null && parent.normalName().equals("thead"),
            elements.stream().anyMatch(e -> e.normalName().equals("th")),
            elements.size() == 1 && cells.size() > 1));
  }

  private void fillCarried(List<Cell> cells, Map<Integer, Carried> below) {
    for (Carried above = carried.get(cells.size());
        above != null && cells.size() <= maxCells;
        above = carried.get(cells.size())) {
      if (above.rowsLeft() > 1) {
        below.put(cells.size(), new Carried(above.cell(), above.rowsLeft() - 1));
      }
      cells.add(above.cell());
    }
  }

  private int span(Element element, String attribute) {
    String text = element.attr(attribute).strip();
    if (!text.matches("\\d{1,9}")) {
      return 1;
    }
    return Math.max(1, Math.min(Integer.parseInt(text), maxCells));
  }

  private static @Nullable String link(Element cell) {
    for (Element anchor : cell.select("a[href]")) {
      String address =
          anchor.absUrl("href").isEmpty() ? anchor.attr("href") : anchor.absUrl("href");
      if (address.startsWith("http://") || address.startsWith("https://")) {
        return address;
      }
    }
    return null;
  }
}
