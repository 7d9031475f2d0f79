package io.evalbeam.io.csv;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.csv.FormulaGuard;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads and writes whole CSV files that people edit: curated tables, published tables, query
 * results. A file that is damaged is refused as a whole with every problem listed, because writing
 * back a half-understood file would lose somebody's work.
 *
 * <p>Reading accepts a byte order mark, LF and CRLF line ends and quoted line breaks; blank lines
 * are skipped. Writing is UTF-8 with LF, quotes only where needed, and gives the same bytes for the
 * same table.
 */
public final class CsvFiles {
  /** Largest file that is read, bytes. */
  public static final int MAX_BYTES = 256 * 1024 * 1024;

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).build();

  private CsvFiles() {}

  /**
   * Reads a file and leaves the stream open.
   *
   * @param origin file name for messages
   * @throws InvalidConfigurationException when the bytes are no UTF-8 or no CSV table
   */
  public static CsvTable read(InputStream in, String origin) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw problem(origin, "the file is larger than " + MAX_BYTES + " bytes");
    }
    try {
      return parse(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), origin);
    } catch (CharacterCodingException e) {
      throw new InvalidConfigurationException(origin + ": the file is not UTF-8", e);
    }
  }

  /**
   * Reads text whose first record is the header.
   *
   * @param origin file name for messages
   * @throws InvalidConfigurationException listing every row that does not have as many cells as the
   *     header, every repeated column, or the place where quoting breaks
   */
  public static CsvTable parse(String text, String origin) {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<List<String>> records = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(body, FORMAT)) {
      for (CSVRecord found : parser) {
        records.add(found.toList());
        if (found.size() != records.get(0).size()) {
          problems.add(
              String.format(
                  Locale.ROOT,
                  "%s: record %d, which ends on line %d, has %d cells and the header has %d",
                  origin,
                  found.getRecordNumber(),
                  parser.getCurrentLineNumber(),
                  found.size(),
                  records.get(0).size()));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidConfigurationException(origin + ": " + e.getMessage(), e);
    }
    if (records.isEmpty()) {
      throw problem(origin, "the file has no header");
    }
    Set<String> seen = new HashSet<>();
    for (String column : records.get(0)) {
      if (!seen.add(column)) {
        problems.add(origin + ": column \"" + column + "\" occurs more than once");
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    return new CsvTable(records.get(0), records.subList(1, records.size()));
  }

  /** Every cell as it stands: for files whose cells people own. */
  public static byte[] write(CsvTable table) {
    StringBuilder out = new StringBuilder();
    appendRecord(out, table.header());
    for (List<String> row : table.rows()) {
      appendRecord(out, row);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Cells that a spreadsheet would run are neutralised by {@link FormulaGuard}. */
  public static byte[] export(CsvTable table) {
    return write(FormulaGuard.guard(table));
  }

  private static void appendRecord(StringBuilder out, List<String> cells) {
    // A record of one empty cell would otherwise be a blank line, which readers skip.
    boolean blankLine = cells.size() == 1 && cells.get(0).isEmpty();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      String cell = cells.get(i);
      if (blankLine || needsQuotes(cell)) {
        out.append('"').append(cell.replace("\"", "\"\"")).append('"');
      } else {
        out.append(cell);
      }
    }
    out.append('\n');
  }

  private static boolean needsQuotes(String cell) {
    return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
  }

  private static InvalidConfigurationException problem(String origin, String text) {
    return new InvalidConfigurationException(List.of(origin + ": " + text));
  }
}
