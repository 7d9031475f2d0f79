package io.evalbeam.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.StatedFact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManualEntriesTest {
  private static final String YAML = "name: ours\nformat: manual_yaml\nlocation: m.yaml\n";
  private static final String CSV = "name: ours\nformat: manual_csv\nlocation: m.csv\n";

  private static final List<ParsedRow> EXPECTED =
      List.of(
          new ParsedRow(
              "ours",
              1,
              "Foo 405B",
              "Ada",
              List.of(new BenchmarkScore("manual_elo", 1250, "elo")),
              List.of(
                  new StatedFact(ModelAttribute.RELEASE_DATE, "2031-02-03", null),
                  new StatedFact(ModelAttribute.PARAMETERS, "405B", 405e9),
                  new StatedFact(ModelAttribute.ARCHITECTURE, "dense", null),
                  new StatedFact(ModelAttribute.CONTEXT_LENGTH, "131072", 131072.0),
                  new StatedFact(ModelAttribute.DATASET_SIZE, "7T", 7e12),
                  new StatedFact(
                      ModelAttribute.LINK, "https://a.example\nhttps://b.example", null)),
              "https://a.example; https://b.example",
              null));

  @Test
  void readsYaml() throws Exception {
    Reading reading =
        Reading.of(
            YAML,
            """
            - model_name: Foo 405B
              developer: Ada
              release_date: 02/03/2031
              parameters: 405B
              architecture: dense
              context_length: 131072
              training_tokens: 7T
              elo: 1250
              sources: [https://a.example, https://b.example]
            """);
    assertEquals(List.of(), reading.issues());
    assertEquals(EXPECTED, reading.rows());
  }

  @Test
  void readsCsv() throws Exception {
    Reading reading =
        Reading.of(
            CSV,
            "model_name,developer,release_date,parameters,architecture,context_length,training_tokens,elo,sources\n"
                + "Foo 405B,Ada,2031-02-03,405B,dense,131072,7T,1250,\"https://a.example\nhttps://b.example\"\n");
    assertEquals(List.of(), reading.issues());
    assertEquals(EXPECTED, reading.rows());
  }

  @ParameterizedTest
  @CsvSource({
    "parameters: 1.76T, 1.76e12",
    "parameters: 350M, 350e6",
    "parameters: 405000000000, 405e9",
    "training_compute: 3.8e25, 3.8e25",
    "training_tokens: 1.5e13, 1.5e13",
    "training_cost: 5000000, 5e6",
  })
  void readsNumbersInAllSpellings(String field, double value) throws Exception {
    Reading reading = Reading.of(YAML, "- {model_name: a, " + field + "}");
    assertEquals(List.of(), reading.issues());
    assertEquals(value, reading.rows().get(0).facts().get(0).number());
  }

  @Test
  void takesScoresByKey() throws Exception {
    Reading reading = Reading.of(YAML, "- {model_name: a, benchmarks: {zeta: 7, alpha: 86.2%}}");
    assertEquals(
        List.of(new BenchmarkScore("zeta", 7, null), new BenchmarkScore("alpha", 86.2, "percent")),
        reading.rows().get(0).scores());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "just text; FORMAT_BROKEN",
        "{model_name: a, paramters: 7B}; FORMAT_BROKEN",
        "{model_name: a, parameters: {x: 1}}; FORMAT_BROKEN",
        "{developer: Ada}; NAME_MISSING",
        "{model_name: ''}; NAME_MISSING",
      })
  void badEntriesAreIssuesAndTheOthersGoOn(String entry, IssueCode code) throws Exception {
    Reading reading = Reading.of(YAML, "- " + entry + "\n- {model_name: last}\n");
    assertEquals(List.of("last"), reading.names());
    assertEquals(2, reading.rows().get(0).row());
    reading.onlyIssue(code, IssueSeverity.REJECTED);
    assertEquals(new ReadCounts(2, 1, 1, 0, true), reading.counts());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"- {model_name: a, model_name: b}", "model_name: a", "- {a", "- a\n b: c"})
  void repeatedKeysAndOtherShapesAreBroken(String text) throws Exception {
    Reading.of(YAML, text).onlyIssue(IssueCode.FORMAT_BROKEN, IssueSeverity.REJECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "\n"})
  void nothingIsAnEmptySource(String text) throws Exception {
    Reading.of(YAML, text).onlyIssue(IssueCode.SOURCE_EMPTY, IssueSeverity.REJECTED);
  }

  @Test
  void fieldsOfOverridesAndFiltersMayBeAbsent() throws Exception {
    String yaml =
        YAML
            + "columns: {attributes: {votes: ballots}}\n"
            + "filters: [{column: developer, exclude: Ada}]\n";
    Reading reading =
        Reading.of(yaml, "- {model_name: a, ballots: 7}\n- {model_name: b, developer: Ada}\n");
    assertEquals(List.of("a"), reading.names());
    assertEquals(7.0, reading.rows().get(0).facts().get(0).number());
    reading.onlyIssue(IssueCode.ROW_FILTERED, IssueSeverity.WARNING);
    assertEquals(new ReadCounts(2, 1, 0, 1, true), reading.counts());
  }

  @Test
  void badValuesAreIssues() throws Exception {
    Reading reading = Reading.of(YAML, "- {model_name: a, parameters: -7B, release_date: soon}");
    assertEquals(List.of("a"), reading.names());
    assertEquals(List.of(IssueCode.DATE_INVALID, IssueCode.NUMBER_OUT_OF_RANGE), reading.codes());
  }
}
