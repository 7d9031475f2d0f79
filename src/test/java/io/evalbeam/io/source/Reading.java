package io.evalbeam.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.StatedFact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader made of an input. */
record Reading(List<ParsedRow> rows, List<Issue> issues, ReadCounts counts) {

  /** Collects what a reader delivers. */
  static final class Collected implements RowSink {
    final List<ParsedRow> rows = new ArrayList<>();
    final List<Issue> issues = new ArrayList<>();

    @Override
    public void row(ParsedRow row) {
      rows.add(row);
    }

    @Override
    public void issue(Issue issue) {
      issues.add(issue);
    }
  }

  static SourceDescription description(String yaml) {
    String entry = "sources:\n  - " + yaml.strip().replace("\n", "\n    ") + "\n";
    return SourceDescriptions.parse("test.yaml", entry).get(0);
  }

  static Reading of(String yaml, String text) throws IOException {
    return of(yaml, text.getBytes(UTF_8));
  }

  static Reading of(String yaml, byte[] bytes) throws IOException {
    return of(description(yaml), new ByteArrayInputStream(bytes));
  }

  static Reading of(SourceDescription description, InputStream in) throws IOException {
    Collected sink = new Collected();
    ReadCounts counts =
        SourceReader.of(description.format(), ReadLimits.DEFAULT).read(in, description, sink);
    assertEquals(sink.rows.size(), counts.kept(), "rows delivered and counted");
    return new Reading(sink.rows, sink.issues, counts);
  }

  List<String> names() {
    return rows.stream().map(ParsedRow::rawName).toList();
  }

  List<IssueCode> codes() {
    return issues.stream().map(Issue::code).toList();
  }

  /** The only issue, which must have this code and severity. */
  Issue onlyIssue(IssueCode code, IssueSeverity severity) {
    assertEquals(List.of(code), codes(), issues::toString);
    assertEquals(severity, issues.get(0).severity());
    return issues.get(0);
  }

  static Optional<StatedFact> fact(ParsedRow row, ModelAttribute attribute) {
    return row.facts().stream().filter(f -> f.attribute() == attribute).findFirst();
  }
}
