package io.evalbeam.io.evaluation.opencompass;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code raw format} section of a summary's txt file: Python's text of every result, the only
 * place of group averages at full precision. Read by pattern, never evaluated.
 */
final class RawScores {
  /** No figures. */
  static final RawScores NONE = new RawScores();

  private static final Pattern FIGURE =
      Pattern.compile("'([^']*)': (-?(?:\\d[\\d.]*(?:[eE][+-]?\\d+)?|inf)|nan)");
  private static final Pattern ERROR = Pattern.compile("^\\{'error': (?:'([^']*)'|\"([^\"]*)\")");
  private static final String MODEL = "Model: ";
  private static final String RULER = "-".repeat(31);

  private record Key(String model, String dataset, String metric) {}

  private final Map<Key, Double> figures = new HashMap<>();
  private final Map<Key, String> errors = new HashMap<>();

  private RawScores() {}

  static RawScores parse(List<String> lines) {
    RawScores scores = new RawScores();
    int start = SummaryForm.section(lines, "raw format");
    String model = "";
    for (String line : lines.subList(start, SummaryForm.end(lines, start))) {
      if (line.startsWith(MODEL)) {
        model = line.substring(MODEL.length());
      } else if (!line.equals(RULER)) {
        scores.add(model, line);
      }
    }
    return scores;
  }

  private void add(String model, String line) {
    int colon = line.indexOf(": {");
    if (colon < 0) {
      return;
    }
    String dataset = line.substring(0, colon);
    String result = line.substring(colon + 2);
    Matcher error = ERROR.matcher(result);
    if (error.find()) {
      String text = error.group(1) == null ? error.group(2) : error.group(1);
      errors.put(key(model, dataset, ""), text);
      return;
    }
    Matcher figure = FIGURE.matcher(result);
    while (figure.find()) {
      Double value = CellNumber.parse(figure.group(2));
      if (value != null) {
        figures.put(key(model, dataset, figure.group(1)), value);
      }
    }
  }

  /** The figure behind a cell of the table; null if there is none or it is not finite. */
  @Nullable Double figure(String model, SummaryTable.Row row) {
    String metric = row.metric();
    return metric == null ? null : figures.get(key(model, row.dataset(), metric));
  }

  /** The error a result consists of; null if none. */
  @Nullable String error(String model, String dataset) {
    return errors.get(key(model, dataset, ""));
  }

  private static Key key(String model, String dataset, String metric) {
    return new Key(
        SummaryText.cellText(model), SummaryText.cellText(dataset), SummaryText.cellText(metric));
  }
}
