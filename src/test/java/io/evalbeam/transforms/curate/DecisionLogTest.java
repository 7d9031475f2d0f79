package io.evalbeam.transforms.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.CuratedTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionLogTest {
  private static final Decision ACCEPT =
      DecisionLog.identified(
          new Decision(
              "",
              "e1",
              "nova_1",
              "Acme",
              Decision.Kind.ACCEPT,
              "",
              "ann@example.org",
              "2026-01-02T03:04:05Z",
              "two papers agree",
              "https://example.org/paper",
              null,
              CuratedTable.ABOVE,
              Map.of("training_flop", "3.00e+25")));
  private static final Decision NOTE =
      DecisionLog.identified(
          new Decision(
              "",
              null,
              "nova_1",
              "",
              Decision.Kind.NOTE,
              "line one\nline \"two\"",
              "bob",
              "2026-01-03T00:00:00Z",
              null,
              null,
              ACCEPT.id(),
              null,
              Map.of()));

  @Test
  void decisionsComeBackFromTheirLines() {
    String text = DecisionLog.append("", List.of(ACCEPT, NOTE));
    assertEquals(2, text.lines().count());
    DecisionLog.Parsed parsed = DecisionLog.parse(text, "decisions.jsonl");
    assertEquals(List.of(ACCEPT, NOTE), parsed.decisions());
    assertEquals(List.of(), parsed.issues());
  }

  @Test
  void idsDependOnTheContentAlone() {
    assertEquals(ACCEPT, DecisionLog.identified(ACCEPT));
    assertEquals(16, ACCEPT.id().length());
    assertNotEquals(ACCEPT.id(), NOTE.id());
  }

  @Test
  void aLineThatACrashCutIsReportedAndSpoilsNoOther() {
    String cut = DecisionLog.line(NOTE).substring(0, 30);
    String text = DecisionLog.append(cut, List.of(ACCEPT));
    assertTrue(text.startsWith(cut + "\n"));
    DecisionLog.Parsed parsed = DecisionLog.parse(text, "decisions.jsonl");
    assertEquals(List.of(ACCEPT), parsed.decisions());
    assertEquals(IssueCode.FORMAT_BROKEN, parsed.issues().get(0).code());
    assertEquals("line 1", parsed.issues().get(0).location());
  }

  @Test
  void aVerbatimRepetitionCountsOnceAndAReusedIdIsReported() {
    String other = DecisionLog.line(NOTE.withId(ACCEPT.id()));
    String line = DecisionLog.line(ACCEPT);
    DecisionLog.Parsed parsed = DecisionLog.parse(line + "\n\n" + line + "\n" + other, "d");
    assertEquals(List.of(ACCEPT), parsed.decisions());
    assertEquals(1, parsed.issues().size());
    assertEquals("line 4", parsed.issues().get(0).location());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"id\":\"1\",\"id\":\"2\"}",
        "{\"id\":\"1\",\"model\":\"m\",\"field\":\"verified\",\"value\":\"maybe\",\"who\":\"a\",\"when\":\"w\"}",
        "{\"id\":\"1\",\"model\":\"m\",\"field\":\"flop\",\"value\":\"1\",\"who\":\"a\",\"when\":\"w\"}",
        "{\"id\":\"1\",\"field\":\"notes\",\"value\":\"x\",\"who\":\"a\",\"when\":\"w\"}",
        "{\"id\":\"1\",\"model\":\"m\",\"field\":\"notes\",\"value\":\"x\",\"when\":\"w\"}",
        "{\"id\":\"1\",\"model\":\"m\",\"field\":\"verified\",\"value\":\"accept\",\"who\":\"a\",\"when\":\"w\",\"table\":\"aside\"}",
        "{\"id\":\"1\",\"model\":\"m\",\"field\":\"verified\",\"value\":\"accept\",\"who\":\"a\",\"when\":\"w\",\"cells\":{\"a\":1}}"
      })
  void linesThatAreNoDecisionsBecomeIssues(String line) {
    DecisionLog.Parsed parsed = DecisionLog.parse(line, "d");
    assertEquals(List.of(), parsed.decisions());
    assertEquals(IssueCode.FORMAT_BROKEN, parsed.issues().get(0).code());
  }
}
