package io.evalbeam.io.source;

import io.evalbeam.io.cell.MalformedTextException;
import io.evalbeam.io.cell.Numbers;
import io.evalbeam.io.cell.Utf8Reader;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.reference.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads hand-written entries: a YAML list of flat objects, beside which {@code benchmarks} may hold
 * scores by key.
 */
final class ManualYamlReader implements SourceReader {
  private static final String BENCHMARKS = "benchmarks";

  private final ReadLimits limits;

  ManualYamlReader(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public ReadCounts read(InputStream in, SourceDescription description, RowSink sink)
      throws IOException {
    RowLedger ledger = new RowLedger(description, sink, limits);
    String text = text(ledger, in);
    if (text != null && !text.isBlank()) {
      readEntries(ledger, text);
    }
    return ledger.finish();
  }

  private @Nullable String text(RowLedger ledger, InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[1 << 14];
    Utf8Reader reader = new Utf8Reader(in);
    try {
      for (int n = reader.read(buffer, 0, buffer.length); n >= 0; ) {
        text.append(buffer, 0, n);
        if (text.length() > limits.recordCharacters()) {
          ledger.stop(
              IssueCode.LIMIT_EXCEEDED,
              "file",
              "",
              "A file of entries may hold " + limits.recordCharacters() + " characters.");
          return null;
        }
        n = reader.read(buffer, 0, buffer.length);
      }
      return text.toString();
    } catch (MalformedTextException e) {
      ledger.stop(
          IssueCode.FORMAT_BROKEN, "byte " + e.byteOffset(), "", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static void readEntries(RowLedger ledger, String text) {
    Object root;
    try {
      root = StrictYaml.parse(ledger.description().name(), text, Object.class);
    } catch (InvalidConfigurationException e) {
      ledger.stop(IssueCode.FORMAT_BROKEN, "file", "", String.join(" ", e.problems()));
      return;
    }
    if (!(root instanceof List<?> entries)) {
      ledger.stop(IssueCode.FORMAT_BROKEN, "file", "", "A list of entries was expected.");
      return;
    }
    for (Object entry : entries) {
      if (!ledger.rowsLeft()) {
        return;
      }
      readEntry(ledger, entry);
    }
  }

  /** An entry is a table of one row, so that it is read exactly as a row of a CSV file is. */
  private static void readEntry(RowLedger ledger, @Nullable Object entry) {
    SourceDescription description = ledger.description();
    if (!(entry instanceof Map<?, ?> fields)) {
      reject(ledger, String.valueOf(entry), "An object was expected.");
      return;
    }
    Map<String, String> cells = new LinkedHashMap<>();
    List<BenchmarkColumn> benchmarks = new ArrayList<>(description.benchmarks());
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      String key = String.valueOf(field.getKey());
      Object value = field.getValue();
      if (key.equals(BENCHMARKS) && value instanceof Map<?, ?> scores) {
        scores.forEach(
            (benchmark, score) -> {
              String column = BENCHMARKS + "." + benchmark;
              cells.put(column, cell(score));
              benchmarks.add(
                  new BenchmarkColumn(
                      String.valueOf(benchmark), new ColumnPatterns(List.of(column), true), null));
            });
      } else if (isKnown(description, key) && !(value instanceof Map<?, ?>)) {
        cells.put(key, cell(value));
      } else {
        reject(ledger, excerpt(fields), "The field " + key + " is not known here.");
        return;
      }
    }
    for (RowFilter filter : description.filters()) {
      if (find(cells, List.of(filter.column())) < 0) {
        cells.put(filter.column(), "");
      }
    }
    List<String> header = new ArrayList<>(cells.keySet());
    int name = find(cells, description.model().patterns());
    if (name < 0 || Numbers.isMissing(String.valueOf(cells.get(header.get(name))))) {
      ledger.rejectRow(
          IssueCode.NAME_MISSING,
          "row " + ledger.nextRow(),
          excerpt(fields),
          "A model name was expected.");
      return;
    }
    TableRows rows = TableRows.below(ledger, header, benchmarks);
    if (rows != null) {
      rows.row("", cells.values().stream().map(Cell::of).toList());
    }
  }

  private static int find(Map<String, String> cells, List<String> patterns) {
    return Headers.find(new ArrayList<>(cells.keySet()), patterns, ReadingStyle.EXACT);
  }

  private static boolean isKnown(SourceDescription description, String key) {
    List<ColumnPatterns> known = new ArrayList<>();
    known.add(description.model());
    if (description.developer() != null) {
      known.add(description.developer());
    }
    description.attributes().forEach(column -> known.add(column.columns()));
    description.benchmarks().forEach(column -> known.add(column.columns()));
    return known.stream()
        .anyMatch(c -> Headers.find(List.of(key), c.patterns(), ReadingStyle.EXACT) >= 0);
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof List<?> items) {
      return String.join("\n", items.stream().map(String::valueOf).toList());
    }
    return value.toString();
  }

  private static void reject(RowLedger ledger, String excerpt, String detail) {
    ledger.rejectRow(IssueCode.FORMAT_BROKEN, "row " + ledger.nextRow(), excerpt, detail);
  }

  private static String excerpt(Map<?, ?> fields) {
    return fields.toString();
  }
}
