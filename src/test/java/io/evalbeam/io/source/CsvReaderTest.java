package io.evalbeam.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.StatedFact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReaderTest {
  private static final String BOARD =
      """
      name: board
      format: csv
      location: board.csv
      url: https://board.example
      description: Invented
      columns:
        model: Model
        developer: Maker
        attributes: {parameters: Params, license: Licence, release_date: Date, model_flop_utilization: MFU}
      benchmarks:
        elo: {column: Score, unit: elo}
      """;
  private static final String HEADER = "Rank,Model,Score,Maker,Params,Licence,Date,MFU\n";

  private static Reading board(String rows) throws IOException {
    return Reading.of(BOARD, HEADER + rows);
  }

  @Test
  void readsARowInTheOrderOfTheDescription() throws Exception {
    Reading reading = board("1, Foo-7B ,\"1,234\",Ada Inc,7B,MIT,7/9/2031,41%\n");
    assertEquals(List.of(), reading.issues());
    assertEquals(
        List.of(
            new ParsedRow(
                "board",
                1,
                "Foo-7B",
                "Ada Inc",
                List.of(new BenchmarkScore("elo", 1234, "elo")),
                List.of(
                    new StatedFact(ModelAttribute.PARAMETERS, "7B", 7e9),
                    new StatedFact(ModelAttribute.LICENSE, "MIT", null),
                    new StatedFact(ModelAttribute.RELEASE_DATE, "2031-07-09", null),
                    new StatedFact(ModelAttribute.MODEL_FLOP_UTILIZATION, "41%", 0.41)),
                "https://board.example (Invented)",
                null)),
        reading.rows());
    assertEquals(new ReadCounts(1, 1, 0, 0, true), reading.counts());
  }

  @Test
  void understandsMarksLineEndsQuotedLinesAndBlankRows() throws Exception {
    String text =
        "\ufeff\r\n"
            + HEADER.replace("\n", "\r\n")
            + "1,\"Foo\r\n\",\"1\r\n\",\"A \"\"B\"\"\",,,,\r\n"
            + ",,,,,,,\r\n\r\n"
            + "2,Bar,-,N/A,,,,";
    Reading reading = Reading.of(BOARD, text);
    assertEquals(List.of(), reading.issues());
    assertEquals(List.of("Foo", "Bar"), reading.names());
    assertEquals("A \"B\"", reading.rows().get(0).developerStated());
    assertEquals(List.of(new BenchmarkScore("elo", 1, "elo")), reading.rows().get(0).scores());
    assertNull(reading.rows().get(1).developerStated());
    assertEquals(List.of(), reading.rows().get(1).scores());
    assertEquals(2, reading.rows().get(1).row());
  }

  @Test
  void usesTheDelimiter() throws Exception {
    Reading reading =
        Reading.of(
            "name: a\nformat: csv\nlocation: a\ndelimiter: \"\\t\"\ncolumns: {model: m}",
            "m\tx\nA,B\t1");
    assertEquals(List.of("A,B"), reading.names());
  }

  @ParameterizedTest
  @CsvSource({
    "Score, NaN, NUMBER_INVALID",
    "Score, =SUM(A1:A3), NUMBER_INVALID",
    "Score, '1.234,5', NUMBER_INVALID",
    "Score, 45%, NUMBER_INVALID",
    "Score, 1e999, NUMBER_OUT_OF_RANGE",
    "Params, -7, NUMBER_OUT_OF_RANGE",
    "Params, 0, NUMBER_OUT_OF_RANGE",
    "Params, 7.5, NUMBER_OUT_OF_RANGE",
    "Params, 7%, NUMBER_INVALID",
    "MFU, 140, NUMBER_OUT_OF_RANGE",
    "Date, 31/12/2031, DATE_INVALID",
  })
  void aBadCellCostsItsValueAndIsAnIssue(String column, String cell, IssueCode code)
      throws Exception {
    String[] cells = {"1", "Foo", "", "", "", "", "", ""};
    cells[List.of(HEADER.strip().split(",")).indexOf(column)] = "\"" + cell + "\"";
    Reading reading = board(String.join(",", cells) + "\n");
    assertEquals(List.of("Foo"), reading.names());
    assertEquals(List.of(), reading.rows().get(0).scores());
    assertEquals(List.of(), reading.rows().get(0).facts());
    Issue issue = reading.onlyIssue(code, IssueSeverity.REJECTED);
    assertEquals("row 1, line 2, column " + column, issue.location());
    assertEquals(cell, issue.excerpt());
  }

  @ParameterizedTest
  @CsvSource({"0.41, 0.41", "41, 0.41", "41%, 0.41", "0.5%, 0.005", "1, 1"})
  void fractionsAreFractions(String cell, double value) throws Exception {
    Reading reading = board("1,Foo,,,,,," + cell + "\n");
    assertEquals(value, reading.rows().get(0).facts().get(0).number(), 1e-15);
  }

  @Test
  void scalesNumbersAndForgivesRoundingOfCounts() throws Exception {
    String yaml =
        "name: a\nformat: csv\nlocation: a\n"
            + "columns: {model: m, attributes: {parameters: {column: p, scale: 1e9}}}";
    Reading reading = Reading.of(yaml, "m,p\na,0.257\nb,70.00000000000001\n");
    assertEquals(List.of(), reading.issues());
    assertEquals(257e6, reading.rows().get(0).facts().get(0).number());
    assertEquals(70e9, reading.rows().get(1).facts().get(0).number());
  }

  @Test
  void percentBecomesTheUnitWhereNoneIsDescribed() throws Exception {
    String yaml =
        "name: a\nformat: csv\nlocation: a\ncolumns: {model: m}\n"
            + "benchmarks: {s: s, f: {column: f, unit: fraction}}";
    assertEquals(
        List.of(new BenchmarkScore("s", 86.2, "percent"), new BenchmarkScore("f", 0.5, "fraction")),
        Reading.of(yaml, "m,s,f\nx,86.2%,50%\n").rows().get(0).scores());
  }

  @Test
  void aRowWithoutANameIsAnIssue() throws Exception {
    Reading reading = board("1,,1200,Ada,,,,\n2,-,1100,Ada,,,,\n3,Foo,1,,,,,\n");
    assertEquals(List.of(IssueCode.NAME_MISSING, IssueCode.NAME_MISSING), reading.codes());
    assertEquals(3, reading.rows().get(0).row());
    assertEquals(new ReadCounts(3, 1, 2, 0, true), reading.counts());
  }

  @ParameterizedTest
  @CsvSource({"'3,Foo,1,234,Ada,7B,MIT,,'", "'3,Foo 1200,Ada,7B,MIT,,'", "'3,Foo'"})
  void rowsOfAnotherWidthAreNotReadShifted(String row) throws Exception {
    Reading reading = board(row + "\n4,Bar,1,,,,,\n");
    assertEquals(List.of("Bar"), reading.names());
    reading.onlyIssue(IssueCode.ROW_MISALIGNED, IssueSeverity.REJECTED);
    assertEquals(new ReadCounts(2, 1, 1, 0, true), reading.counts());
  }

  @Test
  void aMissingModelColumnEndsTheSource() throws Exception {
    Reading reading = Reading.of(BOARD, "Rank,Score\n1,2\n");
    Issue issue = reading.onlyIssue(IssueCode.COLUMN_MISSING, IssueSeverity.REJECTED);
    assertEquals("header", issue.location());
    assertEquals(new ReadCounts(0, 0, 0, 0, false), reading.counts());
  }

  @Test
  void missingMappedColumnsAreWarnings() throws Exception {
    Reading reading = Reading.of(BOARD, "Model,Score,Params,Licence,Date\nFoo,7,,,\n");
    assertEquals(List.of("Foo"), reading.names());
    assertEquals(
        List.of("header, field developer", "header, field model_flop_utilization"),
        reading.issues().stream().map(Issue::location).toList());
    assertTrue(reading.issues().stream().allMatch(i -> i.severity() == IssueSeverity.WARNING));
  }

  @Test
  void headersAreMatchedWholeAndRepeatedOnesAreFlagged() throws Exception {
    String yaml =
        "name: a\nformat: csv\nlocation: a\ncolumns: {model: [Name, model]}\nbenchmarks: {s: 'score*'}";
    Reading reading = Reading.of(yaml, "Model type,MODEL ,Score  (all),model\nx,Foo,7,y\n");
    assertEquals(List.of("Foo"), reading.names());
    assertEquals(7, reading.rows().get(0).scores().get(0).value());
    reading.onlyIssue(IssueCode.ROW_MISALIGNED, IssueSeverity.WARNING);
  }

  @Test
  void filteredRowsLeaveWarnings() throws Exception {
    String yaml =
        "name: a\nformat: csv\nlocation: a\ncolumns: {model: m}\n"
            + "filters: [{column: t, include: '^open'}, {column: m, exclude: beta}]";
    Reading reading = Reading.of(yaml, "m,t\nA,open\nB,closed\nC beta,open\n");
    assertEquals(List.of("A"), reading.names());
    assertEquals(List.of(IssueCode.ROW_FILTERED, IssueCode.ROW_FILTERED), reading.codes());
    assertEquals(IssueSeverity.WARNING, reading.issues().get(0).severity());
    assertEquals(new ReadCounts(3, 1, 0, 2, true), reading.counts());
    Reading noColumn = Reading.of(yaml, "m\nA\n");
    noColumn.onlyIssue(IssueCode.COLUMN_MISSING, IssueSeverity.REJECTED);
  }

  @Test
  void emptyFilesAreIssues() throws Exception {
    for (String text : List.of("", "\n\n", HEADER, HEADER + "\n,,,,,,,\n")) {
      Reading.of(BOARD, text).onlyIssue(IssueCode.SOURCE_EMPTY, IssueSeverity.REJECTED);
    }
  }

  @Test
  void brokenQuotesCostTheirOwnRow() throws Exception {
    Reading reading =
        board(
            "1,\"Foo\"x,1,,,,,\n"
                + "2,A,2,,,,,\n"
                + "3,\"never closed,3,,,,,\n"
                + "4,B 5\" tall,4,,,,,\n"
                + "5,C,5,,,,,\n");
    assertEquals(List.of("A", "B 5\" tall", "C"), reading.names());
    assertEquals(List.of(IssueCode.FORMAT_BROKEN, IssueCode.FORMAT_BROKEN), reading.codes());
    assertEquals("row 3, line 4", reading.issues().get(1).location());
    assertEquals(new ReadCounts(5, 3, 2, 0, true), reading.counts());
  }

  @Test
  void namesAreKeptAsFound() throws Exception {
    Reading reading = board("1,../../x,1,,,,,\n2,\"=HYPERLINK(\"\"a\"\")\",1,,,,,\n3,模型,1,,,,,\n");
    assertEquals(List.of("../../x", "=HYPERLINK(\"a\")", "模型"), reading.names());
    reading.onlyIssue(IssueCode.FORMAT_BROKEN, IssueSeverity.WARNING);
  }

  @Test
  void longNamesCellsAndRowsAreIssues() throws Exception {
    Reading reading =
        board(
            "1,"
                + "n".repeat(501)
                + ",1,,,,,\n"
                + "2,A,1,,,"
                + "x".repeat(300_000)
                + ",,\n"
                + "3,"
                + "y".repeat(2_000_000)
                + ",1,,,,,\n"
                + "4,"
                + ",".repeat(3_000)
                + "\n"
                + "5,B,1,,,,,\n");
    assertEquals(List.of("A", "B"), reading.names());
    assertEquals(
        List.of(
            IssueCode.LIMIT_EXCEEDED,
            IssueCode.LIMIT_EXCEEDED,
            IssueCode.LIMIT_EXCEEDED,
            IssueCode.LIMIT_EXCEEDED),
        reading.codes());
    assertEquals(new ReadCounts(5, 2, 3, 0, true), reading.counts());
    assertTrue(reading.issues().stream().allMatch(i -> i.excerpt().length() <= 200));
  }

  @Test
  void badBytesEndTheReadingAndNameThePlace() throws Exception {
    byte[] text = (HEADER + "1,Foo,1,,,,,\n2,B\u00e4r,1,,,,,\n").getBytes(UTF_8);
    byte[] latin = new String(text, UTF_8).getBytes(StandardCharsets.ISO_8859_1);
    Reading reading = Reading.of(BOARD, latin);
    assertEquals(List.of("Foo"), reading.names());
    Issue issue = reading.onlyIssue(IssueCode.FORMAT_BROKEN, IssueSeverity.REJECTED);
    assertEquals("byte " + (HEADER.length() + 13 + 3), issue.location());
    assertEquals(false, reading.counts().complete());
  }

  @ParameterizedTest
  @CsvSource({"csv", "markdown_table", "html_table", "json_models", "manual_yaml", "epoch_csv"})
  void binaryGarbageIsBrokenFormat(String format) throws Exception {
    byte[] garbage = new byte[200_000];
    new Random(7).nextBytes(garbage);
    String columns = format.startsWith("json") ? "" : "columns: {model: m}\n";
    Reading reading =
        Reading.of("name: a\nformat: " + format + "\nlocation: a\n" + columns, garbage);
    assertEquals(List.of(), reading.rows());
    reading.onlyIssue(IssueCode.FORMAT_BROKEN, IssueSeverity.REJECTED);
  }

  @ParameterizedTest
  @CsvSource({"csv", "markdown_table", "html_table", "json_models", "manual_yaml", "epoch_csv"})
  void aHugeSingleLineEndsAtTheLimit(String format) throws Exception {
    String columns = format.startsWith("json") ? "" : "columns: {model: m}\n";
    String start = format.startsWith("json") ? "{\"models\": [{\"name\": \"" : "";
    SourceDescription description =
        Reading.description("name: a\nformat: " + format + "\nlocation: a\n" + columns);
    InputStream huge =
        new SequenceInputStream(
            new ByteArrayInputStream(start.getBytes(UTF_8)), new Repeating(300L << 20));
    Reading reading = Reading.of(description, huge);
    assertEquals(List.of(), reading.rows());
    reading.onlyIssue(IssueCode.LIMIT_EXCEEDED, IssueSeverity.REJECTED);
  }

  @Test
  void tooManyRowsAndTooManyOpenQuotesEndTheReading() throws Exception {
    ReadLimits limits = new ReadLimits(500, 1_000, 10_000, 100, 3, 1_000, 1_000, 500, 1_000, 50);
    Reading.Collected sink = new Reading.Collected();
    ReadCounts counts =
        SourceReader.of(SourceFormat.CSV, limits)
            .read(
                new ByteArrayInputStream((HEADER + "1,A,,,,,,\n".repeat(5)).getBytes(UTF_8)),
                Reading.description(BOARD),
                sink);
    assertEquals(new ReadCounts(3, 3, 0, 0, false), counts);
    assertEquals(IssueCode.LIMIT_EXCEEDED, sink.issues.get(0).code());
    Reading quotes = board("\"x\n\"y z\n".repeat(300));
    assertEquals(false, quotes.counts().complete());
    assertEquals(List.of(), quotes.rows());
    assertTrue(quotes.issues().size() <= 202, () -> "" + quotes.issues().size());
  }

  @Test
  void aBrokenStreamIsNoDataError() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return read();
          }
        };
    Assertions.assertThrows(
        IOException.class, () -> Reading.of(Reading.description(BOARD), broken));
  }

  /** One letter, very often. */
  private static final class Repeating extends InputStream {
    private long left;

    Repeating(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(left, length);
      Arrays.fill(target, offset, offset + n, (byte) 'x');
      left -= n;
      return n;
    }
  }
}
