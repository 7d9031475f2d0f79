package io.evalbeam.io.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a line of a Markdown pipe table into cells and takes their markup off. */
final class MarkdownCells {
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s*\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)*\\|?\\s*");
  private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]]*)]\\([^)]*\\)");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]]*)]\\(\\s*<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\s*\\)");
  private static final Pattern STRONG = Pattern.compile("(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\w*])\\*(?=\\S)([^*]+)\\*(?![\\w*])");
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");
  private static final Pattern RAISED = Pattern.compile("(?i)<sup>\\s*([-+]?\\d+)\\s*</sup>");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");

  private MarkdownCells() {}

  /** Whether a line is the row of dashes below a header. */
  static boolean isSeparator(String line) {
    return line.indexOf('-') >= 0 && line.indexOf('|') >= 0 && SEPARATOR.matcher(line).matches();
  }

  /** Cells between unescaped pipes; the outer pipes are optional. */
  static List<Cell> split(String line) {
    String text = line.strip();
    List<Cell> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = text.startsWith("|") ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '|') {
        cell.append('|');
        i++;
      } else if (c == '|') {
        cells.add(plain(cell.toString()));
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (!cell.toString().isBlank() || !text.endsWith("|")) {
      cells.add(plain(cell.toString()));
    }
    return cells;
  }

  private static Cell plain(String markup) {
    String text = IMAGE.matcher(markup).replaceAll("$1");
    Matcher link = LINK.matcher(text);
    String address = link.find() && link.group(2).startsWith("http") ? link.group(2) : null;
    text = LINK.matcher(text).replaceAll("$1");
    text = BREAK.matcher(text).replaceAll(" ");
    text = RAISED.matcher(text).replaceAll("^$1");
    text = TAG.matcher(text).replaceAll("");
    text = CODE.matcher(text).replaceAll("$1");
    text = STRONG.matcher(text).replaceAll("$2");
    text = EMPHASIS.matcher(text).replaceAll("$1");
    return new Cell(text.strip(), address);
  }
}
