package io.evalbeam.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.StatedFact;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonModelsReaderTest {
  private static final String BOARD = "name: board\nformat: json_models\nlocation: b.json\n";

  private static Reading models(String... models) throws IOException {
    return Reading.of(
        BOARD, "{\"metadata\": {\"a\": [1]}, \"models\": [" + String.join(",", models) + "]}");
  }

  @Test
  void readsWhatARecordStates() throws Exception {
    Reading reading =
        models(
            """
            {"name": "foo_7b", "developer": "Ada", "release_date": "2031-02-03", "parameters": 7000000000,
             "parameter_source": "card", "context_length": null, "training_flop": "1.50e+24",
             "training_flop_confidence": "low", "reasoning": "stated", "unknown": {"x": [1]},
             "benchmarks": {"zeta": 1469.0, "alpha": "86.2%", "none": null}, "status": "x",
             "sources": ["https://a.example", "card"], "last_updated": "2031-02-03T04:05:06.5",
             "metadata": {"votes": 12.0, "rank": "3", "license": "MIT"}}
            """);
    assertEquals(List.of(), reading.issues());
    assertEquals(
        List.of(
            new ParsedRow(
                "board",
                1,
                "foo_7b",
                "Ada",
                List.of(
                    new BenchmarkScore("zeta", 1469, null),
                    new BenchmarkScore("alpha", 86.2, "percent")),
                List.of(
                    new StatedFact(ModelAttribute.RELEASE_DATE, "2031-02-03", null),
                    new StatedFact(ModelAttribute.PARAMETERS, "7000000000", 7e9),
                    new StatedFact(ModelAttribute.PARAMETERS_NOTES, "card", null),
                    new StatedFact(ModelAttribute.TRAINING_COMPUTE, "1.50e+24", 1.5e24),
                    new StatedFact(ModelAttribute.TRAINING_COMPUTE_NOTES, "stated", null),
                    new StatedFact(ModelAttribute.SOURCE_CONFIDENCE, "low", null),
                    new StatedFact(ModelAttribute.RANK, "3", null),
                    new StatedFact(ModelAttribute.VOTES, "12.0", 12.0),
                    new StatedFact(ModelAttribute.LICENSE, "MIT", null)),
                "https://a.example; card",
                "2031-02-03T04:05:06.500Z")),
        reading.rows());
  }

  @Test
  void theDescriptionGivesUnitsKeysAndSource() throws Exception {
    Reading reading =
        Reading.of(
            BOARD + "url: u\nbenchmarks: {zeta_elo: {column: zeta, unit: elo}}\n",
            "{\"models\": [{\"name\": \"a\", \"sources\": [\"s\"], \"benchmarks\": {\"zeta\": 7}}]}");
    assertEquals(List.of(new BenchmarkScore("zeta_elo", 7, "elo")), reading.rows().get(0).scores());
    assertEquals("u", reading.rows().get(0).sourceText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "7; FORMAT_BROKEN",
        "null; FORMAT_BROKEN",
        "{}; NAME_MISSING",
        "{\"name\": \" \"}; NAME_MISSING",
        "{\"name\": [\"a\"]}; NAME_MISSING",
        "{\"name\": \"a\", \"name\": \"b\"}; FORMAT_BROKEN",
        "{\"name\": \"a\", \"benchmarks\": {\"x\": 1, \"x\": 2}}; FORMAT_BROKEN",
      })
  void aBadRecordIsAnIssueAndTheOthersGoOn(String record, IssueCode code) throws Exception {
    Reading reading = models("{\"name\": \"first\"}", record, "{\"name\": \"last\"}");
    assertEquals(List.of("first", "last"), reading.names());
    assertEquals(3, reading.rows().get(1).row());
    reading.onlyIssue(code, IssueSeverity.REJECTED);
    assertEquals(new ReadCounts(3, 2, 1, 0, true), reading.counts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"benchmarks\": {\"x\": NaN}; NUMBER_INVALID",
        "\"benchmarks\": {\"x\": true}; NUMBER_INVALID",
        "\"benchmarks\": {\"x\": {\"y\": 1}}; NUMBER_INVALID",
        "\"benchmarks\": [1]; FORMAT_BROKEN",
        "\"parameters\": -3; NUMBER_OUT_OF_RANGE",
        "\"training_flop\": \"lots\"; NUMBER_INVALID",
        "\"release_date\": \"soon\"; DATE_INVALID",
        "\"last_updated\": \"2031\"; DATE_INVALID",
      })
  void aBadValueIsAnIssueAndTheRecordStays(String field, IssueCode code) throws Exception {
    Reading reading = models("{\"name\": \"a\", " + field + "}");
    assertEquals(List.of("a"), reading.names());
    assertEquals(List.of(), reading.rows().get(0).scores());
    assertEquals(List.of(), reading.rows().get(0).facts());
    reading.onlyIssue(code, IssueSeverity.REJECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"models\": [{\"name\": \"a\"}, {\"name\": \"b\"",
        "{\"models\": [{\"name\": \"a\"}]} x",
        "{\"models\": [{\"name\": \"a\"}, oops]}",
        "{\"models\": [{\"name\": \"a\"}], \"models\": []}",
      })
  void brokenTextKeepsWhatCameBefore(String text) throws Exception {
    Reading reading = Reading.of(BOARD, text);
    assertEquals(List.of("a"), reading.names());
    reading.onlyIssue(IssueCode.FORMAT_BROKEN, IssueSeverity.REJECTED);
    assertEquals(false, reading.counts().complete());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; SOURCE_EMPTY",
        "{\"models\": []}; SOURCE_EMPTY",
        "{}; COLUMN_MISSING",
        "[1]; FORMAT_BROKEN",
        "{\"models\": {}}; FORMAT_BROKEN",
      })
  void otherShapesAreIssues(String text, IssueCode code) throws Exception {
    Reading.of(BOARD, text).onlyIssue(code, IssueSeverity.REJECTED);
  }

  @Test
  void depthAndSizeAreLimited() throws Exception {
    models("{\"name\": \"a\", \"x\": " + "[".repeat(100) + "]".repeat(100) + "}")
        .onlyIssue(IssueCode.LIMIT_EXCEEDED, IssueSeverity.REJECTED);
    Reading wide =
        models("{\"name\": \"a\", \"x\": [" + "1,".repeat(200_000) + "1]}", "{\"name\": \"b\"}");
    assertEquals(List.of("b"), wide.names());
    wide.onlyIssue(IssueCode.LIMIT_EXCEEDED, IssueSeverity.REJECTED);
  }

  @Test
  void filtersLookAtTheKeysOfARecord() throws Exception {
    Reading reading =
        Reading.of(
            BOARD + "filters: [{column: developer, exclude: Ada}]\n",
            "{\"models\": [{\"name\": \"a\", \"developer\": \"Ada\"}, {\"name\": \"b\"}]}");
    assertEquals(List.of("b"), reading.names());
    reading.onlyIssue(IssueCode.ROW_FILTERED, IssueSeverity.WARNING);
  }
}
