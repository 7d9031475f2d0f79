package io.evalbeam.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.tracking.ModelAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.testing.CoderProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceDescriptionsTest {
  private static final String FULL =
      """
      name: my_board
      format: html_table
      location: https://boards.example/list?token=abc
      description: An invented board
      columns:
        model: [Model, System name]
        developer: Maker
        attributes:
          votes: Votes
          parameters: {column: "Params (B)", scale: 1e9}
      benchmarks:
        zeta_score: {column: Zeta, unit: elo}
        alpha_score: Alpha
      filters:
        - {column: Type, include: "^open", exclude: beta}
      table: {selector: "div.main table", index: 2}
      reading: exact
      """;

  @Test
  void readsEveryKey() {
    SourceDescription d = Reading.description(FULL);
    assertEquals("my_board", d.name());
    assertEquals(SourceFormat.HTML_TABLE, d.format());
    assertEquals(List.of("Model", "System name"), d.model().patterns());
    assertEquals(
        List.of(
            new AttributeColumn(
                ModelAttribute.VOTES, new ColumnPatterns(List.of("Votes"), true), 1),
            new AttributeColumn(
                ModelAttribute.PARAMETERS, new ColumnPatterns(List.of("Params (B)"), true), 1e9)),
        d.attributes());
    assertEquals(
        List.of(
            new BenchmarkColumn("zeta_score", new ColumnPatterns(List.of("Zeta"), true), "elo"),
            new BenchmarkColumn("alpha_score", new ColumnPatterns(List.of("Alpha"), true), null)),
        d.benchmarks());
    assertEquals(List.of(new RowFilter("Type", "^open", "beta")), d.filters());
    assertEquals("div.main table", d.tableSelector());
    assertEquals(2, d.tableIndex());
    assertEquals(ReadingStyle.EXACT, d.reading());
    assertEquals("https://boards.example/list?token=*** (An invented board)", d.sourceText());
  }

  @Test
  void descriptionsTravelThroughABeamCoder() throws Exception {
    Coder<SourceDescription> coder =
        SchemaRegistry.createDefault().getSchemaCoder(SourceDescription.class);
    CoderProperties.coderDecodeEncodeEqual(coder, Reading.description(FULL));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "url: u; u",
        "{url: u, description: d}; u (d)",
        "description: d; d",
        "text: all of it; all of it",
        "'';a",
      })
  void buildsTheSourceText(String keys, String expected) {
    String extra = keys.startsWith("{") ? keys.substring(1, keys.length() - 1) : keys;
    String yaml = "name: a\nformat: json_models\nlocation: x.json\n" + extra.replace(", ", "\n");
    assertEquals(expected, Reading.description(yaml).sourceText());
  }

  @Test
  void reportsAllProblemsWithTheirPlaces() {
    String text =
        """
        sources:
          - name: Bad Name
            format: csv
            location: x.csv
            colums: {model: Model}
          - name: a
            format: xls
            columns: {model: [Model, 3], attributes: {colour: C, votes: {column: V, unit: x}}}
            benchmarks: {Score!: S, other: {unit: elo}}
          - name: a
            format: json_models
            location: y.json
            delimiter: ";"
            columns: {model: name}
            filters: [{column: c}, {column: d, include: "("}]
            table: {index: 0, selector: "[["}
            reading: loose
            text: t
            url: u
          - just text
        extra: 1
        """;
    List<String> problems =
        assertThrows(
                InvalidConfigurationException.class, () -> SourceDescriptions.parse("s.yaml", text))
            .problems();
    List<String> expected =
        List.of(
            "s.yaml.sources[1]: 'name' has lower-case letters, digits and underscores only: Bad Name",
            "s.yaml.sources[1]: 'columns.model' is missing",
            "s.yaml.sources[1]: unknown key 'colums'; known are",
            "s.yaml.sources[2]: unknown format 'xls'; known are csv, html_table",
            "s.yaml.sources[2]: 'location' is missing",
            "s.yaml.sources[2].columns: 'model' must be a text or a list of texts",
            "s.yaml.sources[2].columns.attributes: unknown attribute 'colour'",
            "s.yaml.sources[2].columns.attributes.votes: unknown key 'unit'",
            "s.yaml.sources[2].benchmarks.Score!: a benchmark key has",
            "s.yaml.sources[2].benchmarks.other: 'column' is missing",
            "s.yaml.sources[3]: the name 'a' is taken by sources[2]",
            "s.yaml.sources[3]: 'delimiter' does not apply to json_models",
            "s.yaml.sources[3]: the keys of json_models are fixed; leave 'columns' out",
            "s.yaml.sources[3].filters[1]: 'include' or 'exclude' is missing",
            "s.yaml.sources[3].filters[2]: 'include' is no regular expression",
            "s.yaml.sources[3].table: 'index' must be a number greater than zero",
            "s.yaml.sources[3].table: 'selector' is no CSS selector",
            "s.yaml.sources[3]: 'reading' must be exact or tracker",
            "s.yaml.sources[3]: 'text' stands for the whole source text",
            "s.yaml.sources[4]: an object was expected",
            "s.yaml: unknown key 'extra'");
    for (String start : expected) {
      assertTrue(
          problems.stream().anyMatch(p -> p.startsWith(start)),
          () -> start + " not in\n" + String.join("\n", problems));
    }
  }

  @Test
  void repeatedYamlKeysAreErrorsWithALine() {
    InvalidConfigurationException e =
        assertThrows(
            InvalidConfigurationException.class,
            () ->
                SourceDescriptions.parse(
                    "s.yaml", "sources:\n  - name: a\n    format: csv\n    name: b\n"));
    assertTrue(e.problems().get(0).startsWith("s.yaml:4:"), e.problems()::toString);
    assertTrue(e.problems().get(0).contains("Duplicate field 'name'"), e.problems()::toString);
  }

  @ParameterizedTest
  @CsvSource({"sources: []", "''", "sources:", "'[1, 2]'", "'sources: 3'"})
  void anEmptyOrShapelessFileIsAnError(String text) {
    assertThrows(
        InvalidConfigurationException.class, () -> SourceDescriptions.parse("s.yaml", text));
  }

  @Test
  void theDocumentedExampleIsValidAndTheDocumentNamesEveryKey() throws Exception {
    String document =
        Files.readString(Path.of(System.getProperty("evalbeam.root", "../.."), "docs/sources.md"));
    int start = document.indexOf("```yaml") + "```yaml".length();
    String example = document.substring(start, document.indexOf("```", start));
    SourceDescription d = SourceDescriptions.parse("docs/sources.md", example).get(0);
    assertEquals("https://board.example (My board)", d.sourceText());
    for (ModelAttribute attribute : ModelAttribute.values()) {
      assertTrue(document.contains("`" + attribute.key() + "`"), attribute.key());
    }
    for (SourceFormat format : SourceFormat.values()) {
      assertTrue(document.contains("`" + format.key() + "`"), format.key());
    }
  }

  @Test
  void builtInColumnsAreOverriddenFieldByField() {
    SourceDescription d =
        Reading.description(
            """
            name: e
            format: epoch_csv
            location: e.csv
            columns: {attributes: {parameters: Size}}
            """);
    assertEquals(List.of("Model"), d.model().patterns());
    assertEquals(false, d.model().expected());
    AttributeColumn parameters =
        d.attributes().stream()
            .filter(c -> c.attribute() == ModelAttribute.PARAMETERS)
            .findFirst()
            .orElseThrow();
    assertEquals(new ColumnPatterns(List.of("Size"), true), parameters.columns());
  }
}
