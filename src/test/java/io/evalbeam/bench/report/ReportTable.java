package io.evalbeam.bench.report;

import io.evalbeam.bench.measure.Repetitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table in Markdown whose columns are as wide as their cells, so that it can also be read raw.
 */
public final class ReportTable {
  private final int labels;
  private final List<List<String>> rows = new ArrayList<>();

  private ReportTable(int labels, List<String> header) {
    this.labels = labels;
    rows.add(header);
  }

  /**
   * A table.
   *
   * @param labels number of columns in front that hold no figures
   */
  public static ReportTable of(int labels, String... columns) {
    return new ReportTable(labels, List.of(columns));
  }

  /**
   * A table of runs.
   *
   * @param labels number of columns that say what was run
   * @param columns those, and further ones between them and the figures of runs
   */
  public static ReportTable ofRuns(int labels, String... columns) {
    List<String> all = new ArrayList<>(Arrays.asList(columns));
    all.addAll(List.of("wall, median", "min to max", "CPU", "peak memory"));
    return new ReportTable(labels, all);
  }

  /** A row of a table of runs; the cells are those in front. */
  public ReportTable run(Repetitions runs, String... front) {
    List<String> cells = new ArrayList<>(Arrays.asList(front));
    cells.add(Figures.seconds(runs.wall()));
    cells.add(Figures.seconds(runs.shortestWall()) + " to " + Figures.seconds(runs.longestWall()));
    cells.add(Figures.seconds(runs.cpu()));
    cells.add(Figures.megabytes(runs.peakBytes()));
    return row(cells.toArray(String[]::new));
  }

  /**
   * A row.
   *
   * @throws IllegalArgumentException when its cells are not as many as the columns
   */
  public ReportTable row(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(List.of(cells) + " for columns " + rows.get(0));
    }
    rows.add(List.of(cells));
    return this;
  }

  /** The table as Markdown, with a line break at its end. */
  public String markdown() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    StringBuilder text = new StringBuilder();
    append(text, rows.get(0), widths);
    for (int column = 0; column < widths.length; column++) {
      String rule = "-".repeat(widths[column] + 1);
      text.append('|').append(rule).append(column < labels ? '-' : ':');
    }
    text.append("|\n");
    rows.subList(1, rows.size()).forEach(row -> append(text, row, widths));
    return text.toString();
  }

  private void append(StringBuilder text, List<String> row, int[] widths) {
    for (int column = 0; column < widths.length; column++) {
      String padding = " ".repeat(widths[column] - row.get(column).length());
      text.append("| ");
      text.append(column < labels ? row.get(column) + padding : padding + row.get(column));
      text.append(' ');
    }
    text.append("|\n");
  }
}
