package io.evalbeam.io.evaluation.opencompass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The three files that carry one table, the most trusted first. */
enum SummaryForm {
  /** Cells between commas, without any quoting. */
  CSV {
    @Override
    List<Line> table(List<String> lines) {
      return commaSeparated(lines, 0, lines.size());
    }
  },
  /** Cells between bars, without escapes; absent in older trees. */
  MD {
    @Override
    List<Line> table(List<String> lines) {
      List<Line> table = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.startsWith("| ")) {
          String cells = line.substring(2, line.endsWith(" |") ? line.length() - 2 : line.length());
          table.add(new Line(i + 1, split(cells, " | ")));
        }
      }
      return table;
    }
  },
  /** Sections for people; the table is the one titled {@code csv format}. */
  TXT {
    @Override
    List<Line> table(List<String> lines) {
      int start = section(lines, "csv format");
      return commaSeparated(lines, start, end(lines, start));
    }
  };

  private static final String TOP = "^".repeat(128);
  private static final String BOTTOM = "$".repeat(128);

  /**
   * A line of a table.
   *
   * @param number from 1 in the file
   */
  record Line(int number, List<String> cells) {}

  /** The lines of the table, header first; empty when the file holds none. */
  abstract List<Line> table(List<String> lines);

  /** How names of this form's files end. */
  String extension() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /** Position of the first line of a section of the txt form; the number of lines if none. */
  static int section(List<String> lines, String title) {
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (lines.get(i).equals(title) && lines.get(i + 1).equals(TOP)) {
        return i + 2;
      }
    }
    return lines.size();
  }

  /** Position after the last line of the section of the txt form that starts somewhere. */
  static int end(List<String> lines, int start) {
    for (int i = start; i < lines.size(); i++) {
      if (lines.get(i).equals(BOTTOM)) {
        return i;
      }
    }
    return lines.size();
  }

  private static List<Line> commaSeparated(List<String> lines, int start, int end) {
    List<Line> table = new ArrayList<>();
    for (int i = start; i < end; i++) {
      if (!lines.get(i).isEmpty()) {
        table.add(new Line(i + 1, split(lines.get(i), ",")));
      }
    }
    return table;
  }

  private static List<String> split(String line, String separator) {
    return Arrays.stream(line.split(Pattern.quote(separator), -1)).map(String::strip).toList();
  }
}
