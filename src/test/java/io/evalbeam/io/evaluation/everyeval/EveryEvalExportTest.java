package io.evalbeam.io.evaluation.everyeval;

import static io.evalbeam.io.evaluation.everyeval.ExportFixture.cells;
import static io.evalbeam.io.evaluation.everyeval.ExportFixture.export;
import static io.evalbeam.io.evaluation.everyeval.ExportFixture.publish;
import static io.evalbeam.io.evaluation.everyeval.ExportFixture.responses;
import static io.evalbeam.io.evaluation.everyeval.ExportFixture.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.MainMetric;
import io.evalbeam.schemas.run.StagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs as files of the standard. */
class EveryEvalExportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @BeforeEach
  void makeStaging() throws IOException {
    Files.createDirectories(folder.resolve("staging"));
  }

  private Path staging() {
    return folder.resolve("staging");
  }

  private JsonNode aggregate(List<StagedFile> files) throws IOException {
    return JSON.readTree(folder.resolve("out").resolve(files.get(1).target()).toFile());
  }

  private static JsonNode result(JsonNode aggregate, String id) {
    for (JsonNode result : aggregate.path("evaluation_results")) {
      if (result.path("evaluation_result_id").asText().equals(id)) {
        return result;
      }
    }
    throw new AssertionError("no result " + id);
  }

  private List<JsonNode> rows(List<StagedFile> files) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("out").resolve(files.get(0).target()))) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }

  @Test
  void keepsTheRulesOfTheStandard() throws IOException {
    List<StagedFile> files = publish(staging(), folder.resolve("out"));

    Path root = folder.resolve("out/every-eval-ever");
    Path aggregate = folder.resolve("out").resolve(files.get(1).target());
    assertEquals(List.of(), StandardRules.problems(root, aggregate));
  }

  @Test
  void namesFollowFromTheRun() throws IOException {
    List<StagedFile> files = publish(staging(), folder.resolve("out"));

    String id = "helm/v1.0.0/rivers:subject=tributaries,model=acme_toy-1";
    String hash = Hashes.ofText(id + "\n" + "ab".repeat(32));
    String target = files.get(1).target();
    assertTrue(target.startsWith("every-eval-ever/data/rivers/acme/toy-1/"), target);
    String uuid = target.substring(target.lastIndexOf('/') + 1).replace(".json", "");
    assertEquals(hash.substring(0, 12), uuid.substring(0, 13).replace("-", ""));
    assertEquals("4" + hash.substring(13, 16), uuid.substring(14, 18));
    assertEquals(hash.substring(17, 32), uuid.substring(20).replace("-", ""));
    JsonNode aggregate = aggregate(files);
    assertEquals(id, aggregate.path("evaluation_id").asText());
    assertEquals("1767323045", aggregate.path("retrieved_timestamp").asText());
    assertEquals("1760000001", aggregate.path("evaluation_timestamp").asText());
  }

  @Test
  void everyScoredCellIsAResult() throws IOException {
    JsonNode aggregate = aggregate(publish(staging(), folder.resolve("out")));

    List<String> ids = new ArrayList<>();
    aggregate
        .path("evaluation_results")
        .forEach(r -> ids.add(r.path("evaluation_result_id").asText()));
    assertEquals(
        List.of(
            "exact_match:test",
            "exact_match:test:lower",
            "exact_match:test:typos:perturbed",
            "exact_match:test:upper",
            "exact_match:valid",
            "f1_score:test"),
        ids);
  }

  @Test
  void uncertaintyIsOverInstancesAndNeverOverTrials() throws IOException {
    JsonNode aggregate = aggregate(publish(staging(), folder.resolve("out")));

    JsonNode main = result(aggregate, "exact_match:test").path("score_details");
    assertEquals(0.75, main.path("score").doubleValue());
    assertEquals(2, main.at("/uncertainty/num_samples").intValue());
    assertEquals(0.25, main.at("/uncertainty/standard_error/value").doubleValue(), 1e-15);
    assertEquals("2", main.at("/details/trials").asText());
    assertEquals("1", main.at("/details/missing").asText());
    JsonNode single = result(aggregate, "exact_match:valid").at("/score_details/uncertainty");
    assertFalse(single.has("standard_error"));
    assertEquals(1, single.path("num_samples").intValue());
  }

  @Test
  void unknownBoundsAndDirectionsAreNotInvented() throws IOException {
    JsonNode aggregate = aggregate(publish(staging(), folder.resolve("out")));

    JsonNode known = result(aggregate, "exact_match:test").path("metric_config");
    assertEquals("binary", known.path("score_type").asText());
    assertEquals(1.0, known.path("max_score").doubleValue());
    JsonNode unknown = result(aggregate, "f1_score:test").path("metric_config");
    assertFalse(unknown.has("score_type") || unknown.has("min_score"), unknown::toString);
    assertEquals("unknown", unknown.at("/additional_details/direction").asText());
  }

  @Test
  void rowsCarryTheMainMetricOfEveryCopyAndTrial() throws IOException {
    List<JsonNode> rows = rows(publish(staging(), folder.resolve("out")));

    List<String> scores = new ArrayList<>();
    rows.forEach(
        r ->
            scores.add(
                String.join(
                    " ",
                    r.path("sample_id").asText(),
                    r.path("evaluation_result_id").asText(),
                    r.at("/metadata/trial").asText(),
                    r.at("/evaluation/score").asText())));
    assertEquals(
        List.of(
            "id1 exact_match:test 0 1.0",
            "id2 exact_match:test 0 1.0",
            "id2 exact_match:test:typos:perturbed 0 0.0",
            "id3 exact_match:valid 0 0.0",
            "id1 exact_match:test 1 1.0",
            "id2 exact_match:test 1 0.0",
            "id2 exact_match:test:typos:perturbed 1 0.0",
            "id3 exact_match:valid 1 0.0"),
        scores);
  }

  @Test
  void responsesWithoutTheScoreAreCountedAndHaveNoRow() throws IOException {
    List<StagedFile> files = publish(staging(), folder.resolve("out"));

    assertTrue(rows(files).stream().noneMatch(r -> r.path("sample_id").asText().equals("id4")));
    JsonNode details = aggregate(files).at("/source_metadata/additional_details");
    assertEquals("1", details.path("unscored_responses").asText());
    assertEquals("1", details.path("rejected_responses").asText());
  }

  @Test
  void sampleHashIsThatOfThePythonRecipe() throws IOException {
    JsonNode row = rows(publish(staging(), folder.resolve("out"))).get(0);

    String json =
        "{\"raw\":\"Which river is \\u201cid1\\u201d?\\n\\tTell\\u007f \\ud83d\\udc1f.\","
            + "\"reference\":[\"L\\u00edffey\"]}";
    assertEquals(Hashes.ofText(json), row.path("sample_hash").asText());
    assertEquals(2, row.at("/input/choices").size());
  }

  @Test
  void convertingTwiceGivesTheSameBytes() throws IOException {
    List<StagedFile> one = publish(staging(), folder.resolve("one"));
    List<StagedFile> two = publish(staging(), folder.resolve("two"));

    assertEquals(ExportFixture.paths(one), ExportFixture.paths(two));
    for (int i = 0; i < one.size(); i++) {
      assertEquals(one.get(i).sha256(), two.get(i).sha256());
      Path file = folder.resolve("one").resolve(one.get(i).target());
      assertEquals(one.get(i).bytes(), Files.size(file));
      assertEquals(one.get(i).sha256(), Hashes.ofFile(file.toString()));
    }
  }

  @Test
  void otherContentOfTheSameRunHasAnotherName() {
    ExportedRun run = ExportedRun.of(run());
    ExportedRun changed =
        ExportedRun.of(
            new EvaluationRun(
                run().header(), "cd".repeat(32), run().model(), null, run().ingestedAt()));

    assertEquals(run.evaluationId(), changed.evaluationId());
    assertNotEquals(run.aggregatePath(), changed.aggregatePath());
  }

  @Test
  void theFallbackStandsForAnAbsentMainMetric() throws IOException {
    EvaluationRun run =
        new EvaluationRun(
            run().header(),
            run().runHash(),
            run().model(),
            new MainMetric("judge_score", ExportFixture.MAIN, "test", false, true),
            run().ingestedAt());
    try (EveryEvalExport export = export(staging())) {
      List<StagedFile> files = publish(export, run, folder.resolve("out"));

      assertEquals(8, rows(files).size());
    }
  }

  @Test
  void abandonedRunsLeaveNothing() throws IOException {
    try (EveryEvalExport export = export(staging())) {
      export.begin(run());
      export.add(responses().get(0));
      export.abandon();
      assertEquals(List.of(), staged());
      export.begin(run());
      export.add(responses().get(0));
    }
    assertEquals(List.of(), staged());
  }

  private List<Path> staged() throws IOException {
    try (Stream<Path> files = Files.list(staging())) {
      return files.toList();
    }
  }

  @Test
  void scoresWithoutStatisticsAreAMistakeOfTheCaller() throws IOException {
    try (EveryEvalExport export = export(staging())) {
      export.begin(run());
      export.add(responses().get(0));
      assertThrows(
          IllegalArgumentException.class,
          () -> export.finish(cells().subList(1, 3), ExportFixture.OUTCOME));
    }
  }

  @Test
  void runsWithoutAnyScoreGiveNoFile() throws IOException {
    try (EveryEvalExport export = export(staging())) {
      export.begin(run());
      export.add(responses().get(8));
      assertEquals(List.of(), export.finish(List.of(), ExportFixture.OUTCOME));
      assertEquals(List.of(), staged());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "toy-1, toy-1",
    "'a/b:c', a%2Fb%3Ac",
    "Data, %44ata",
    "nul.txt, %6Eul.txt",
    "COM7, %43OM7",
    "ends., ends%2E",
    "..,.%2E",
    "'', %",
    "50%, 50%25",
    "ü, %C3%BC",
  })
  void namesBecomeLegalPartsOfPaths(String name, String part) {
    assertEquals(part, PathPart.of(name));
  }

  @Test
  void longNamesStayDifferent() {
    String one = PathPart.of("x".repeat(300) + "1");
    String two = PathPart.of("x".repeat(300) + "2");

    assertTrue(one.length() <= 150, one);
    assertNotEquals(one, two);
  }

  @Test
  void partsOfResultIdsCannotBeMistaken() {
    assertNotEquals(ResultId.of("a:b", "c", null, null), ResultId.of("a", "b", "c", null));
    assertEquals("a%3Ab:", ResultId.of("a:b", null, null, null));
  }
}
