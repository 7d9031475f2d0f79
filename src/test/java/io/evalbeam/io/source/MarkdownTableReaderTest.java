package io.evalbeam.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.StatedFact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTableReaderTest {
  private static final String BOARD =
      """
      name: board
      format: markdown_table
      location: README.md
      columns: {model: Model, attributes: {link: Model, license: Licence}}
      benchmarks: {zeta: Zeta}
      """;

  @Test
  void readsTheFirstTableWithAModelColumn() throws Exception {
    String text =
        """
        # Results
        ```
        | Model | Zeta |
        |---|---|
        | code | 1 |
        ```
        | Step | Done |
        |------|------|
        | a    | yes  |

        | Model | Zeta | Licence |\r
        |:------|-----:|:-------:|
        | **[Foo](https://foo.example "t")** | 1,234 | `MIT` |
        Bar \\| Baz_x_y | 86.2% |
        | *Qux* | - | Apache<br>2.0 | |
        | A | 1 | MIT | more |

        | Model | Zeta |
        |---|---|
        | later | 1 |
        """;
    Reading reading = Reading.of(BOARD, text);
    assertEquals(List.of("Foo", "Bar | Baz_x_y", "Qux"), reading.names());
    assertEquals(List.of(new BenchmarkScore("zeta", 1234, null)), reading.rows().get(0).scores());
    assertEquals(
        List.of(
            new StatedFact(ModelAttribute.LINK, "https://foo.example", null),
            new StatedFact(ModelAttribute.LICENSE, "MIT", null)),
        reading.rows().get(0).facts());
    assertEquals(
        List.of(new BenchmarkScore("zeta", 86.2, "percent")), reading.rows().get(1).scores());
    assertEquals(
        "row 4, line 16",
        reading.onlyIssue(IssueCode.ROW_MISALIGNED, IssueSeverity.REJECTED).location());
    assertEquals(List.of("later"), Reading.of(BOARD + "table: {index: 3}\n", text).names());
  }

  @ParameterizedTest
  @ValueSource(strings = {"# Title\n\ntext | text\n", "|---|\n"})
  void filesWithoutATableAreBroken(String text) throws Exception {
    Reading.of(BOARD, text).onlyIssue(IssueCode.FORMAT_BROKEN, IssueSeverity.REJECTED);
  }

  @Test
  void tablesWithoutAModelOrRowsAreIssues() throws Exception {
    Reading.of(BOARD, "| a | b |\n|---|---|\n| 1 | 2 |\n")
        .onlyIssue(IssueCode.COLUMN_MISSING, IssueSeverity.REJECTED);
    Reading.of(BOARD, "| Model | Zeta | Licence |\n|---|---|---|\n")
        .onlyIssue(IssueCode.SOURCE_EMPTY, IssueSeverity.REJECTED);
    Reading.of(BOARD, "").onlyIssue(IssueCode.SOURCE_EMPTY, IssueSeverity.REJECTED);
  }

  @Test
  void longLinesAreLimited() throws Exception {
    String head = "| Model | Zeta | Licence |\n|---|---|---|\n";
    Reading reading =
        Reading.of(BOARD, head + "| " + "x".repeat(2_000_000) + " | 1 |\n| A | 1 |\n");
    assertEquals(List.of("A"), reading.names());
    reading.onlyIssue(IssueCode.LIMIT_EXCEEDED, IssueSeverity.REJECTED);
  }
}
