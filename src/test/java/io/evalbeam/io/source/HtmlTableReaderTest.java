package io.evalbeam.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.StatedFact;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTableReaderTest {
  private static final String BOARD =
      """
      name: board
      format: html_table
      location: board.html
      url: https://board.example/list
      columns:
        model: Model
        developer: Maker
        attributes: {rank: Rank, link: Model}
      benchmarks: {zeta: Zeta, alpha: Alpha}
      """;
  private static final String HEAD = "<tr><th>Rank<th>Model<th>Zeta<th>Alpha<th>Maker</tr>";

  private static Reading page(String html) throws IOException {
    return Reading.of(BOARD, html);
  }

  private static Reading rows(String html) throws IOException {
    return page("<table>" + HEAD + html + "</table>");
  }

  @Test
  void readsMedalsLinksBlanksAndShortRows() throws Exception {
    Reading reading =
        rows(
            "<tr><td>🥇</td><td><a href='/m/1'><b>Foo</b> 7B</a></td><td>1,469</td><td>-</td><td>Ada</td></tr>"
                + "<tr><td>-</td><td>Bar</td><td> </td><td>8.5</td></tr>"
                + "<tr><td colspan=5></td></tr>");
    assertEquals(List.of(), reading.issues());
    ParsedRow first = reading.rows().get(0);
    assertEquals("Foo 7B", first.rawName());
    assertEquals("Ada", first.developerStated());
    assertEquals(List.of(new BenchmarkScore("zeta", 1469, null)), first.scores());
    assertEquals(
        List.of(
            new StatedFact(ModelAttribute.RANK, "1", null),
            new StatedFact(ModelAttribute.LINK, "https://board.example/m/1", null)),
        first.facts());
    ParsedRow second = reading.rows().get(1);
    assertNull(second.developerStated());
    assertEquals(List.of(new BenchmarkScore("alpha", 8.5, null)), second.scores());
    assertEquals(new ReadCounts(2, 2, 0, 0, true), reading.counts());
  }

  @Test
  void spansKeepTheColumnsInPlace() throws Exception {
    Reading reading =
        rows(
            "<tr><td>1<td>A<td>1<td>2<td rowspan=2>Ada</tr>"
                + "<tr><td>2<td>B<td colspan=2>3</tr>"
                + "<tr><td>3<td>C<td>4<td>5<td>Bob</tr>");
    assertEquals(List.of(), reading.issues());
    assertEquals("Ada", reading.rows().get(1).developerStated());
    assertEquals(
        List.of(new BenchmarkScore("zeta", 3, null), new BenchmarkScore("alpha", 3, null)),
        reading.rows().get(1).scores());
    assertEquals("Bob", reading.rows().get(2).developerStated());
  }

  @Test
  void headingsInsideTheTableAreIssuesAndRepeatedHeadersAreNot() throws Exception {
    Reading reading =
        rows(
            "<tr><td colspan=5>Open models</td></tr><tr><td>1<td>A<td>1<td>2<td>Ada</tr>"
                + HEAD
                + "<tr><td>2<td>B<td>1<td>2<td>Ada</tr>");
    assertEquals(List.of("A", "B"), reading.names());
    reading.onlyIssue(IssueCode.ROW_MISALIGNED, IssueSeverity.REJECTED);
    assertEquals(new ReadCounts(3, 2, 1, 0, true), reading.counts());
  }

  @Test
  void findsTheTableWithTheBestHeader() throws Exception {
    String html =
        "<table><tr><td>Model<td>Note</tr><tr><td>X<td>y</tr></table>"
            + "<table class=t><thead><tr><th colspan=3>Scores</th></tr><tr><th>Model<th>Zeta<th>Alpha</tr></thead>"
            + "<tr><td>A<td>1<td>2</tr></table>";
    assertEquals(List.of("A"), page(html).names());
    assertEquals(List.of("X"), Reading.of(BOARD + "table: {index: 1}\n", html).names());
    assertEquals(List.of("A"), Reading.of(BOARD + "table: {selector: .t}\n", html).names());
    Reading none = Reading.of(BOARD + "table: {selector: .u}\n", html);
    none.onlyIssue(IssueCode.FORMAT_BROKEN, IssueSeverity.REJECTED);
  }

  @Test
  void nestedTablesAndHiddenTextDoNotLeak() throws Exception {
    Reading reading =
        rows(
            "<tr><td>1<td>A<table><tr><td>inner</table>"
                + "<td><span style='display: none'>0099</span>12<script>3</script>"
                + "<td>1.5×10<sup>3</sup><td>Ada<br>Bob</tr>"
                + "<tr><td>2<td>B<td>86.2<sup>1</sup><td>7<sup>*</sup><td></tr>");
    assertEquals(List.of("A inner", "B"), reading.names());
    assertEquals(
        List.of(new BenchmarkScore("zeta", 12, null), new BenchmarkScore("alpha", 1500, null)),
        reading.rows().get(0).scores());
    assertEquals("Ada Bob", reading.rows().get(0).developerStated());
    assertEquals(List.of(IssueCode.NUMBER_INVALID, IssueCode.NUMBER_INVALID), reading.codes());
  }

  @Test
  void extraCellsAreMisaligned() throws Exception {
    Reading reading = rows("<tr><td>1<td>A<td>1<td>2<td>Ada<td>more</tr>");
    reading.onlyIssue(IssueCode.ROW_MISALIGNED, IssueSeverity.REJECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<p>No table here", "plain text", "<table></table>", "<table><p><td", "<<<>>>"})
  void pagesWithoutATableAreBroken(String html) throws Exception {
    page(html).onlyIssue(IssueCode.FORMAT_BROKEN, IssueSeverity.REJECTED);
  }

  @Test
  void unclosedMarkupIsReadAsFarAsItGoes() throws Exception {
    Reading reading = page("<table>" + HEAD + "<tr><td>1<td>A<td>1<td>2<td>Ada<tr><td>2<td>B<td>3");
    assertEquals(List.of("A", "B"), reading.names());
  }

  @Test
  void otherTablesLackTheModelColumn() throws Exception {
    page("<table><tr><th>a<th>b<tr><td>1<td>2</table>")
        .onlyIssue(IssueCode.COLUMN_MISSING, IssueSeverity.REJECTED);
  }

  @Test
  void emptyPagesAndEmptyTablesAreEmptySources() throws Exception {
    page("  \n").onlyIssue(IssueCode.SOURCE_EMPTY, IssueSeverity.REJECTED);
    rows("").onlyIssue(IssueCode.SOURCE_EMPTY, IssueSeverity.REJECTED);
  }

  @Test
  void readsADeclaredCharset() throws Exception {
    byte[] bytes =
        ("<meta charset=gbk><table>" + HEAD + "<tr><td>1<td>模型<td>1</table>")
            .getBytes(Charset.forName("GBK"));
    assertEquals(List.of("模型"), Reading.of(BOARD, bytes).names());
  }

  @Test
  void tooManyTagsAreALimit() throws Exception {
    page("<b>".repeat(1_000_001)).onlyIssue(IssueCode.LIMIT_EXCEEDED, IssueSeverity.REJECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<b>", "<div>", "<table><tr><td>", "<table>", "<ul><li>", "<p><i><a href=x>"})
  void endlessNestingEndsInAnIssue(String piece) {
    int tags = (int) piece.chars().filter(c -> c == '<').count();
    Reading reading =
        assertTimeout(Duration.ofSeconds(30), () -> rows(piece.repeat(900_000 / tags)));
    assertEquals(List.of(), reading.rows());
    assertEquals(1, reading.issues().size());
  }

  @Test
  void spansThatBlowATableUpAreALimit() throws Exception {
    Reading reading = rows("<tr><td colspan=1999>x<td>y</tr>".repeat(2_000));
    assertEquals(IssueCode.LIMIT_EXCEEDED, reading.codes().get(reading.codes().size() - 1));
    assertEquals(false, reading.counts().complete());
  }

  @Test
  void theTrackerStyleFollowsTheOriginal() throws Exception {
    String yaml =
        """
        name: board
        format: html_table
        location: board.html
        reading: tracker
        columns: {model: model, attributes: {rank: Pos}}
        benchmarks: {overall: score, code: [code, programming]}
        """;
    String html =
        "<table><tr><th>Pos<th>Model name<th>Overall Score<th>Score<th>Programming</tr>"
            + "<tr><td>1<td>A <i>b</i> c<td>~8/25<td>9<td>77 %</tr>"
            + "<tr><td>-<td>B<td>n/a<td>9<td>none yet</tr>"
            + "<tr><td>7</tr></table>";
    Reading reading = Reading.of(yaml, html);
    assertEquals(List.of("Abc", "B"), reading.names());
    assertEquals(
        List.of(new BenchmarkScore("overall", 8, null), new BenchmarkScore("code", 77, null)),
        reading.rows().get(0).scores());
    // A numeric rank is removed, so that the column at position 0 reads the name.
    assertEquals("Abc", reading.rows().get(0).facts().get(0).text());
    assertEquals(List.of(), reading.rows().get(1).facts());
    assertEquals(List.of(IssueCode.NUMBER_INVALID, IssueCode.ROW_MISALIGNED), reading.codes());
  }
}
