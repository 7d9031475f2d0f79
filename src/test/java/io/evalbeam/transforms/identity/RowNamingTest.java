package io.evalbeam.transforms.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.DeveloperOrigin;
import io.evalbeam.schemas.tracking.ParsedRow;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RowNamingTest {
  private static final RowNaming NAMING =
      new RowNaming(ModelNames.standard(), DeveloperResolver.standard());

  @Test
  void keepsRawTextsBesideResolvedOnes() {
    RowNaming.NamedRow named =
        NAMING.name(row("Zeta-3-Chat (2025-01-31)", "Mistral"), "2025-02-01T00:00:00Z");
    assertEquals("zeta_3", named.row().name());
    assertEquals("Zeta-3-Chat (2025-01-31)", named.row().rawName());
    assertEquals("Mistral", named.row().developerStated());
    assertEquals("Mistral AI", named.row().developer());
    assertEquals(DeveloperOrigin.STATED_ALIAS, named.row().developerOrigin());
    assertEquals("2025-01-31", named.row().variant().snapshot());
    assertEquals("2025-02-01T00:00:00Z", named.row().observedAt());
    assertEquals(List.of(), named.issues());
  }

  @Test
  void longTextsAreReportedAndKept() {
    String longName = "zeta ".repeat(100);
    RowNaming.NamedRow named = NAMING.name(row(longName, longName), null);
    assertEquals(longName, named.row().rawName());
    assertEquals(2, named.issues().size());
    named
        .issues()
        .forEach(
            issue -> {
              assertEquals(IssueCode.LIMIT_EXCEEDED, issue.code());
              assertEquals(IssueSeverity.WARNING, issue.severity());
              assertEquals("row 4", issue.location());
            });
  }

  private static ParsedRow row(String name, String developer) {
    return new ParsedRow(
        "board",
        4,
        name,
        developer,
        List.of(new BenchmarkScore("quiz", 12.5, "percent")),
        List.of(),
        "https://example.org (board)",
        null);
  }
}
