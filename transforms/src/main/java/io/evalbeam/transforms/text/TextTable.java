package io.evalbeam.transforms.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An aligned table for consoles and logs. Widths are counted in code points; cells that do not fit
 * are cut and end in an ellipsis, control characters become spaces.
 */
public final class TextTable {
  /** Side to which the cells of a column are pushed. */
  public enum Align {
    LEFT,
    RIGHT
  }

  private static final int GAP = 2;

  /** Width that a column keeps while another can give way; a number of three digits fits. */
  private static final int READABLE = 8;

  private static final int NARROWEST = 4;

  private final List<String> header = new ArrayList<>();
  private final List<Align> aligns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /** A table whose text columns are named; number columns are added with {@link #number}. */
  public static TextTable of(String... columns) {
    TextTable table = new TextTable();
    for (String column : columns) {
      table.text(column);
    }
    return table;
  }

  /** Adds a column that is aligned left. */
  public TextTable text(String column) {
    return column(column, Align.LEFT);
  }

  /** Adds a column that is aligned right. */
  public TextTable number(String column) {
    return column(column, Align.RIGHT);
  }

  private TextTable column(String column, Align align) {
    header.add(clean(column));
    aligns.add(align);
    return this;
  }

  /** Adds a row with one cell a column; numbers appear as {@code toString} gives them. */
  public TextTable row(Object... cells) {
    return row(Arrays.stream(cells).map(Object::toString).toList());
  }

  /** Adds a row with one cell a column. */
  public TextTable row(List<String> cells) {
    if (cells.size() != header.size()) {
      throw new IllegalArgumentException(
          "a row of " + cells.size() + " cells in a table of " + header.size() + " columns");
    }
    rows.add(cells.stream().map(TextTable::clean).toList());
    return this;
  }

  /** The whole table, one line a row, each line ended by a line feed. */
  public String render() {
    return render(Integer.MAX_VALUE);
  }

  /**
   * The table with the widest columns cut until a line fits, text before numbers.
   *
   * @param maxWidth characters a line; columns never become narrower than four
   */
  public String render(int maxWidth) {
    int[] widths = widths(maxWidth);
    StringBuilder out = new StringBuilder();
    appendLine(out, header, widths);
    appendLine(out, Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
    rows.forEach(row -> appendLine(out, row, widths));
    return out.toString();
  }

  private int[] widths(int maxWidth) {
    int[] widths = header.stream().mapToInt(TextTable::width).toArray();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    int spare = maxWidth - GAP * (widths.length - 1) - Arrays.stream(widths).sum();
    while (spare < 0) {
      int column = widest(widths, Align.LEFT, READABLE);
      column = column < 0 ? widest(widths, Align.RIGHT, READABLE) : column;
      column = column < 0 ? widest(widths, Align.LEFT, NARROWEST) : column;
      column = column < 0 ? widest(widths, Align.RIGHT, NARROWEST) : column;
      if (column < 0) {
        break;
      }
      widths[column]--;
      spare++;
    }
    return widths;
  }

  /** The first of the widest columns on a side that are wider than the least width, else -1. */
  private int widest(int[] widths, Align align, int least) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      boolean eligible = aligns.get(i) == align && widths[i] > least;
      if (eligible && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private void appendLine(StringBuilder out, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cut(cells.get(i), widths[i]);
      String padding = " ".repeat(widths[i] - width(cell));
      line.append(i == 0 ? "" : " ".repeat(GAP));
      line.append(aligns.get(i) == Align.LEFT ? cell + padding : padding + cell);
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String cut(String text, int width) {
    return width(text) <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
  }

  private static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
