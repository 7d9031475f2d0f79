package io.evalbeam.io.evaluation.everyeval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.ReportedStatus;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.testing.ReadRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of other writers, sound and damaged. */
class EveryEvalFormatTest {
  private static final String UUID = "0a1b2c3d-1111-4222-8333-444455556666";

  private static final String AGGREGATE =
      """
      {"schema_version": "0.3.0", "evaluation_id": "lakes/acme/toy-1/1760000000.5",
       "retrieved_timestamp": "1760000000.5", "evaluation_timestamp": "2025-10-09T08:53:20Z",
       "source_metadata": {"source_type": "evaluation_run", "future_field": [1]},
       "eval_library": {"name": "own", "version": "1"},
       "model_info": {"name": "Toy", "id": "acme/toy-1", "inference_platform": "Cloud"},
       "evaluation_results": [
        {"evaluation_result_id": "r1", "evaluation_name": "lakes",
         "source_data": {"dataset_name": "lakes", "source_type": "hf_dataset", "hf_split": "test",
                         "samples_number": 2},
         "metric_config": {"metric_id": "accuracy", "lower_is_better": false,
                           "score_type": "binary"},
         "score_details": {"score": 0.5, "uncertainty": {"standard_error": {"value": 0.5},
                           "num_samples": 2}},
         "generation_config": {"generation_args": {"temperature": 0.7, "max_tokens": 9,
                               "execution_command": "run acme/toy-1"}}},
        {"evaluation_result_id": "r2", "evaluation_name": "lakes",
         "source_data": {"dataset_name": "lakes", "source_type": "other"},
         "metric_config": {"metric_id": "depth_error", "lower_is_better": true},
         "score_details": {"score": 1.5}}
        %s],
       "detailed_evaluation_results": {"format": "jsonl", "file_path": "../../etc/passwd",
        "hash_algorithm": "sha256", "checksum": "%s", "total_rows": %d}}
      """;

  @TempDir Path folder;

  private static String row(String sample, String result, String evaluation) {
    return """
        {"schema_version": "0.3.0", "evaluation_id": "lakes/acme/toy-1/1760000000.5", \
        "model_id": "acme/toy-1", "evaluation_name": "lakes", "evaluation_result_id": "%s", \
        "sample_id": "%s", "interaction_type": "single_turn", \
        "input": {"raw": "How deep?", "reference": ["B"], "choices": ["1 m", "2 m"]}, \
        "output": {"raw": ["two", "2 m"]}, "answer_attribution": [], "evaluation": %s, \
        "performance": {"generation_time_ms": 250}}
        """
        .formatted(result, sample, evaluation);
  }

  private static String scored(String score, boolean correct) {
    return "{\"score\": " + score + ", \"is_correct\": " + correct + "}";
  }

  private void write(String aggregate, String samples) throws IOException {
    Path directory = Files.createDirectories(folder.resolve("data/lakes/acme/toy-1"));
    Files.writeString(directory.resolve(UUID + ".json"), aggregate);
    Files.writeString(directory.resolve(UUID + "_samples.jsonl"), samples);
  }

  private void write(String moreResults, int rows, String samples) throws IOException {
    String checksum = Hashes.ofText(samples);
    write(AGGREGATE.formatted(moreResults, checksum, rows), samples);
  }

  @Test
  void rowsOfOneResponseAreJoinedWhereverTheyLie() throws Exception {
    write(
        "",
        4,
        row("s1", "r1", scored("1.0", true))
            + row("s2", "r1", scored("0", false))
            + row("s2", "r2", scored("3", false))
            + row("s1", "r2", scored("0", true)));

    Collected read = Collected.read(folder);

    assertEquals(List.of(), read.problems());
    assertEquals(
        List.of("s1 {accuracy=1.0, depth_error=0.0}", "s2 {accuracy=0.0, depth_error=3.0}"),
        read.responses.stream().map(r -> r.instanceId() + " " + r.metrics()).toList());
    assertEquals(true, read.outcomes.get(0).verified());
    assertEquals(2, read.outcomes.get(0).comparisons());
  }

  @Test
  void responsesAreReadAsStated() throws Exception {
    write("", 1, row("s1", "r1", scored("1.0", true)));

    Response response = Collected.read(folder).responses.get(0);

    assertEquals("test", response.split());
    assertEquals("How deep?", response.rawInput());
    assertEquals(
        List.of(new Reference("1 m", false), new Reference("2 m", true)), response.references());
    assertEquals("two\n2 m", response.output());
    assertEquals(0.25, response.runtimeSeconds());
    assertNull(response.promptTokens());
    assertEquals(0, response.trial());
  }

  @Test
  void headerAndFiguresAreReadAsStated() throws Exception {
    write("", 1, row("s1", "r1", scored("1.0", true)));

    Collected read = Collected.read(folder);

    FoundRun run = read.runs.get(0);
    assertEquals("lakes/acme/toy-1/1760000000.5", run.header().runName());
    assertEquals("lakes", run.header().task());
    assertEquals("Cloud", run.header().modelDeployment());
    assertEquals(9, run.header().maxTokens());
    assertEquals("data/lakes/acme/toy-1", run.location());
    assertEquals(1_760_000_000L, run.lastRequestAt());
    assertEquals(FoundRun.hash(run.files()), run.runHash());
    ReportedScore first = read.reported.get(0);
    assertEquals(0.5, first.value());
    assertEquals(0.5, first.standardError());
    assertEquals(2L, first.n());
    assertEquals(true, read.reported.get(1).lowerIsBetter());
  }

  @Test
  void whatIsCalledCorrectIsKeptWhereItSaysMoreThanTheScore() throws Exception {
    write("", 2, row("s1", "r1", scored("0.6", true)) + row("s2", "r1", scored("0.4", false)));

    List<Response> responses = Collected.read(folder).responses;

    assertEquals("{accuracy=0.6, accuracy:is_correct=1.0}", responses.get(0).metrics().toString());
    assertEquals("{accuracy=0.4, accuracy:is_correct=0.0}", responses.get(1).metrics().toString());
  }

  @Test
  void severalTasksOfAFileAreRunsOfTheirOwn() throws Exception {
    String other =
        """
        ,{"evaluation_result_id": "r3", "evaluation_name": "ponds",
          "source_data": {"dataset_name": "lakes", "source_type": "other"},
          "metric_config": {"metric_id": "accuracy", "lower_is_better": false},
          "score_details": {"score": 1}}
        """;
    write(
        other,
        3,
        row("s1", "r1", scored("1", true)) + row("s1", "r3", scored("1", true)) + "broken\n");

    Collected read = Collected.read(folder);

    assertEquals(
        List.of("lakes", "lakes:ponds"), read.runs.stream().map(r -> r.header().task()).toList());
    assertEquals(
        List.of("lakes", "lakes:ponds"), read.runs.stream().map(FoundRun::selector).toList());
    assertNotEquals(read.runs.get(0).runHash(), read.runs.get(1).runHash());
    assertNotEquals(read.runs.get(0).header().runName(), read.runs.get(1).header().runName());
    assertEquals(2, read.responses.size());
    assertEquals(3, read.reported.size());
    assertEquals(1, read.outcomes.get(0).rejectedResponses());
    assertEquals(0, read.outcomes.get(1).rejectedResponses());
    assertTrue(read.problems().contains("PARSE_ERROR line 3"), read::toString);
  }

  @Test
  void resultsOfOneMetricAndConditionStayApart() throws Exception {
    String strict =
        """
        ,{"evaluation_result_id": "strict", "evaluation_name": "lakes",
          "source_data": {"dataset_name": "lakes", "source_type": "other"},
          "metric_config": {"metric_id": "depth_error", "lower_is_better": true},
          "score_details": {"score": 2}}
        """;
    write(
        strict, 2, row("s1", "r2", scored("1.5", false)) + row("s1", "strict", scored("2", false)));

    Collected read = Collected.read(folder);

    assertEquals(List.of(), read.problems());
    assertEquals("{r2=1.5, strict=2.0}", read.responses.get(0).metrics().toString());
  }

  @Test
  void damagedRowsAreRejectedWithTheirLine() throws Exception {
    write(
        "",
        8,
        row("s1", "r1", scored("1", true))
            + "\n"
            + "{\"sample_id\": \"s2\", \n"
            + row("s3", "r1", scored("NaN", true))
            + row("s4", "gone", scored("1", true)).replace("\"lakes\"", "\"seas\"")
            + row("s5", "r1", scored("1", true)).replace("acme/toy-1\", \"eval", "acme/x\", \"eval")
            + row("s1", "r1", scored("0", false))
            + "[]\n"
            + row("s6", "r1", "null"));

    Collected read = Collected.read(folder);

    assertEquals(
        List.of(
            "PARSE_ERROR line 3",
            "PARSE_ERROR line 4",
            "REFERENCE_DANGLING line 5",
            "VALUES_CONFLICT line 6",
            "DUPLICATE_CONFLICT line 7",
            "PARSE_ERROR line 8",
            "TYPE_UNEXPECTED line 9",
            "STATISTICS_MISMATCH /evaluation_results/0"),
        read.problems());
    assertEquals(7, read.outcomes.get(0).rejectedResponses());
    assertEquals(List.of("s1"), read.responses.stream().map(Response::instanceId).toList());
    assertEquals(1.0, read.responses.get(0).metrics().get("accuracy"));
  }

  @Test
  void scoresThatAreNoneAreMissingAndNotZero() throws Exception {
    write("", 2, row("s1", "r1", scored("1e999", true)) + row("s2", "r1", scored("null", false)));

    Collected read = Collected.read(folder);

    assertEquals(List.of("MISSING_SCORE line 1", "MISSING_SCORE line 2"), read.problems());
    assertEquals(2, read.responses.size());
    assertNull(read.responses.get(0).metrics().get("accuracy"));
    assertNull(read.outcomes.get(0).verified());
  }

  @Test
  void unknownLevelIsMissingWithoutAnIssue() throws Exception {
    String samples = row("s1", "r1", scored("-1", false));
    write(
        AGGREGATE
            .formatted("", Hashes.ofText(samples), 1)
            .replace("\"score_type\": \"binary\"", "\"has_unknown_level\": true")
            .replace("\"score\": 0.5", "\"score\": -1"),
        samples);

    Collected read = Collected.read(folder);

    assertEquals(List.of(), read.problems());
    assertNull(read.responses.get(0).metrics().get("accuracy"));
    assertEquals(ReportedStatus.MISSING, read.reported.get(0).status());
  }

  @Test
  void declarationsAreCompared() throws Exception {
    write(
        AGGREGATE.formatted("", "00".repeat(32), 3),
        row("s1", "x", scored("1", true)).replace("toy-1/1760000000.5", "other"));
    Collected read = Collected.read(folder);

    assertEquals(
        List.of("REFERENCE_DANGLING line 1", "COUNTS_DIFFER", "CHECKSUM_DIFFERS"), read.problems());
  }

  @Test
  void rowsOfAnotherEvaluationAreReadAndNamed() throws Exception {
    write("", 1, row("s1", "r1", scored("0.5", false)).replace("/1760000000.5", ""));

    Collected read = Collected.read(folder);

    assertEquals(List.of("VALUES_CONFLICT line 1"), read.problems());
    assertEquals(1, read.responses.size());
  }

  @Test
  void samplesAndAggregatesNeedEachOther() throws Exception {
    write("", 1, row("s1", "r1", scored("1", true)));
    Path directory = folder.resolve("data/lakes/acme/toy-1");
    Files.move(
        directory.resolve(UUID + "_samples.jsonl"),
        directory.resolve(UUID.replace('0', 'f') + "_samples.jsonl"));
    Files.writeString(directory.resolve("notes.json"), "{}");

    Collected read = Collected.read(folder);

    assertEquals(
        List.of("FILE_MISSING", "FILE_MISSING /detailed_evaluation_results"), read.problems());
    assertEquals(2, read.reported.size());
    assertEquals(0, read.responses.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"schema_version\": \"0.3.0\"} {}",
        "{\"schema_version\": \"0.3.0\", \"schema_version\": \"0.3.0\"}",
        "{\"schema_version\": NaN}",
        "\"text\"",
        "",
        "{\"schema_version\": \"0.4.0\", \"evaluation_id\": \"x\"}",
        "{\"schema_version\": \"0.30\", \"evaluation_id\": \"x\"}",
        "{\"schema_version\": \"0.3.0\", \"evaluation_id\": \"x\"}",
        "{\"schema_version\": \"0.3.0\", \"evaluation_id\": \"x\", \"model_info\": {\"id\": \"m\"}}",
        "{\"evaluation_id\": \"x\", \"model_info\": {\"id\": \"m\"}, \"evaluation_results\": [{}]}",
      })
  void uselessAggregatesAreIssues(String aggregate) throws Exception {
    write(aggregate, "");

    Collected read = Collected.identify(folder);

    assertEquals(List.of(), read.runs);
    assertEquals(1, read.rejectedRuns);
    assertEquals(1, read.issues.size());
    assertTrue(read.issues.get(0).source().endsWith(UUID + ".json"));
  }

  @Test
  void changedFilesSpoilTheRun() throws Exception {
    write("", 1, row("s1", "r1", scored("1", true)));
    FoundRun run = Collected.identify(folder).runs.get(0);
    write("", 1, row("s1", "r1", scored("0", true)));

    DamagedRunException thrown =
        assertThrows(DamagedRunException.class, () -> ReadRun.read(new EveryEvalFormat(), run));
    assertEquals(IssueCode.UNSTABLE_FILE, thrown.issue().code());
  }

  @Test
  void filesOfVersionTwoAreRead() throws Exception {
    String aggregate =
        """
        {"schema_version": "0.2.0", "evaluation_id": "lakes/acme_toy:1/1",
         "retrieved_timestamp": "2", "source_metadata": {},
         "model_info": {"name": "Toy", "id": "acme/toy:1", "inference_engine": {"name": "own"}},
         "evaluation_results": [{"evaluation_name": "choice",
          "source_data": {"source_type": "hf_dataset", "dataset_name": "lakes",
                          "sample_ids": [1, 2]},
          "metric_config": {"evaluation_description": "accuracy", "lower_is_better": false},
          "score_details": {"score": 1, "confidence_interval": {"lower": 0, "upper": 1}},
          "generation_config": {"generation_args": {"eval_plan": {"steps": [{"solver": "x"}]}}}}],
         "detailed_evaluation_results": {"format": "jsonl", "file_path": "elsewhere.jsonl"}}
        """;
    String samples =
        """
        {"evaluation_id": "lakes/acme_toy:1/1", "model_id": "acme/toy:1", \
        "evaluation_name": "choice", "sample_id": 7, "interaction_type": "multi_turn", \
        "input": {"raw": "Deep?", "reference": "yes"}, "output": null, \
        "interactions": [{"role": "assistant", "content": "hm"}, \
        {"role": "assistant", "content": "yes"}, {"role": "user", "content": "thanks"}], \
        "answer_attribution": [{"extracted_value": "yes", "is_terminal": true}], \
        "evaluation": {"score": true, "is_correct": true}}
        """;
    Path directory = Files.createDirectories(folder.resolve("data/lakes/acme/toy"));
    Files.writeString(directory.resolve(UUID + ".json"), aggregate);
    Files.writeString(directory.resolve(UUID + ".jsonl"), samples);

    Collected read = Collected.read(folder);

    assertEquals(List.of(), read.problems());
    assertEquals("lakes:choice", read.runs.get(0).header().task());
    assertEquals("own", read.runs.get(0).header().modelDeployment());
    Response response = read.responses.get(0);
    assertEquals("7", response.instanceId());
    assertEquals(1.0, response.metrics().get("accuracy"));
    assertEquals("yes", response.output());
    assertEquals("yes", response.mappedOutput());
    assertEquals(List.of(new Reference("yes", true)), response.references());
  }

  @Test
  void laterRetrievalsOfOneEvaluationGoFirst() {
    List<String> sorted =
        List.of("nothing", "9", "1760000000", "1760000000.5", "2025-10-09T08:53:21Z").stream()
            .map(EpochText::sortable)
            .toList();

    assertEquals(sorted.stream().sorted().toList(), sorted);
    assertEquals(5, sorted.stream().distinct().count());
    assertNull(EpochText.seconds("1e-999999999"));
    assertEquals(9L, Objects.requireNonNull(EpochText.seconds("9.75")));
  }
}
