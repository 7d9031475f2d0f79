package io.evalbeam.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.evaluation.GroupScore;
import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.schemas.evaluation.PairComparison;
import io.evalbeam.schemas.evaluation.PerturbationEffect;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.beam.sdk.schemas.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages about evaluations describe tables, columns and issues as they are. */
class TableDocumentsTest {
  private static final Path ROOT = Path.of(System.getProperty("evalbeam.root", "../.."));

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of("evaluations.md", RunEntry.class),
        Arguments.of("evaluations.md", CellStatistics.class),
        Arguments.of("evaluations.md", ReportedScore.class),
        Arguments.of("statistics.md", ComprehensiveStatistics.class),
        Arguments.of("statistics.md", ModelStatistics.class),
        Arguments.of("statistics.md", PairComparison.class),
        Arguments.of("statistics.md", PerturbationEffect.class),
        Arguments.of("statistics.md", GroupScore.class));
  }

  private static String page(String name) throws IOException {
    return Files.readString(ROOT.resolve("docs").resolve(name));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyColumnIsDescribedInOrder(String page, Class<?> row) throws IOException {
    Table<?> table = Table.of(row);
    String text = page(page);
    String expected = section(table);
    int start = text.indexOf("### Table `" + table.name() + "`\n");
    assertTrue(start >= 0, "no section about " + table.name());
    int next = text.indexOf("\n### ", start);
    String section = next < 0 ? text.substring(start) : text.substring(start, next);
    assertEquals(expected.strip(), section.strip());
  }

  private static String section(Table<?> table) {
    List<String> lines = new ArrayList<>();
    lines.add("### Table `" + table.name() + "`\n");
    lines.add(
        table.description()
            + " Key: "
            + String.join(", ", table.key().stream().map(key -> "`" + key + "`").toList())
            + ".\n");
    lines.add("| column | type | null | meaning |");
    lines.add("|---|---|---|---|");
    for (Schema.Field field : table.schema().getFields()) {
      lines.add(
          String.format(
              "| `%s` | %s | %s | %s |",
              field.getName(),
              type(field.getType()),
              field.getType().getNullable() ? "yes" : "no",
              field.getDescription()));
    }
    return String.join("\n", lines);
  }

  private static String type(Schema.FieldType type) {
    if (type.getTypeName() == Schema.TypeName.ARRAY) {
      return "list of " + type(Objects.requireNonNull(type.getCollectionElementType()));
    }
    // Enums are logical types for Beam and text in the files.
    return type.getTypeName() == Schema.TypeName.STRING
            || type.getTypeName() == Schema.TypeName.LOGICAL_TYPE
        ? "text"
        : type.getTypeName().name().toLowerCase(Locale.ROOT);
  }

  @Test
  void everyIssueOfIngestionIsExplained() throws IOException {
    String table = page("evaluations.md");
    table = table.substring(table.indexOf("## Issues"), table.indexOf("## Limits"));
    TreeSet<String> explained = new TreeSet<>();
    for (String line : table.lines().filter(line -> line.startsWith("| `")).toList()) {
      explained.addAll(names("`([A-Z_]+)`", line.substring(0, line.indexOf("|", 1))));
    }
    TreeSet<String> raised = new TreeSet<>();
    for (String sources :
        List.of(
            "io/src/main/java/io/evalbeam/io/evaluation",
            "pipelines/src/main/java/io/evalbeam/pipelines/evaluation/ingest")) {
      for (Path file : OutputTree.files(ROOT.resolve(sources))) {
        raised.addAll(names("IssueCode\\.([A-Z][A-Z_]+)", Files.readString(file)));
      }
    }
    assertEquals(raised, explained);
    List<String> known = Arrays.stream(IssueCode.values()).map(Enum::name).toList();
    assertTrue(known.containsAll(explained));
  }

  private static List<String> names(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    List<String> names = new ArrayList<>();
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
