package io.evalbeam.io.evaluation.helm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.testing.HelmRunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelmDamageTest {
  @TempDir Path suite;
  private Path run = Path.of("");
  private HelmReading sound = new HelmReading();

  @BeforeEach
  void write() throws IOException, DamagedRunException {
    run = HelmRunFixture.of("tern-1b").write(suite);
    sound = HelmReading.of(suite);
  }

  private void edit(String file, UnaryOperator<String> change) throws IOException {
    Path path = run.resolve(file);
    Files.writeString(path, change.apply(Files.readString(path)));
  }

  private void editArray(String file, Consumer<ArrayNode> change) throws IOException {
    ArrayNode array = (ArrayNode) HelmRunFixture.readJson(run.resolve(file));
    change.accept(array);
    HelmRunFixture.writeJson(run.resolve(file), array);
  }

  private void cut(String file) throws IOException {
    edit(file, text -> text.substring(0, text.length() * 2 / 3));
  }

  private HelmReading read(IssueCode... codes) throws IOException, DamagedRunException {
    HelmReading reading = HelmReading.of(suite);
    assertEquals(List.of(codes), reading.codes());
    return reading;
  }

  private Issue damage() throws IOException {
    FoundRun found = HelmReading.find(suite);
    return damage(found);
  }

  private static Issue damage(FoundRun found) {
    HelmReading reading = new HelmReading();
    DamagedRunException e =
        assertThrows(DamagedRunException.class, () -> HelmReading.FORMAT.read(found, reading));
    assertEquals(List.of(), reading.responses());
    return e.issue();
  }

  @Test
  void withoutStatisticsTheRunIsUnverified() throws IOException, DamagedRunException {
    Files.delete(run.resolve("stats.json"));
    HelmReading reading = read(IssueCode.FILE_MISSING);
    assertEquals(sound.responses(), reading.responses());
    assertNull(reading.outcome().verified());
  }

  @Test
  void brokenStatisticsLeaveTheRunUnverified() throws IOException, DamagedRunException {
    cut("stats.json");
    HelmReading reading = read(IssueCode.PARSE_ERROR);
    assertEquals(sound.responses(), reading.responses());
    assertNull(reading.outcome().verified());
  }

  @Test
  void missingDisplayFilesAreNormal() throws IOException, DamagedRunException {
    Files.delete(run.resolve("display_predictions.json"));
    Files.delete(run.resolve("display_requests.json"));
    Files.delete(run.resolve("instances.json"));
    assertEquals(sound.responses(), read().responses());
  }

  @Test
  void cutScoresSpoilTheRun() throws IOException {
    cut("per_instance_stats.json");
    Issue issue = damage();
    assertEquals(IssueCode.PARSE_ERROR, issue.code());
    long bytes = Files.size(run.resolve("per_instance_stats.json"));
    assertEquals("byte " + bytes, issue.location());
    assertTrue(issue.source().endsWith("/per_instance_stats.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "", "null", "\"scores\""})
  void scoresThatAreNoneSpoilTheRun(String content) throws IOException {
    Files.writeString(run.resolve("per_instance_stats.json"), content);
    assertTrue(List.of(IssueCode.PARSE_ERROR, IssueCode.SOURCE_EMPTY).contains(damage().code()));
  }

  @Test
  void noPredictionsAtAllAreToldWithNumbers() throws IOException, DamagedRunException {
    Files.writeString(run.resolve("display_predictions.json"), "[]");
    HelmReading reading = read(IssueCode.PREDICTIONS_MISSING);
    assertEquals(sound.responses(), reading.responses());
    assertEquals("0 predictions for 4 keys.", reading.issues().get(0).detail());
  }

  @Test
  void aScoreThatIsNoNumberIsMissing() throws IOException, DamagedRunException {
    int last = 4;
    editArray(
        "per_instance_stats.json",
        scores -> ((ObjectNode) scores.get(2).at("/stats/" + last)).put("mean", Double.NaN));
    edit("per_instance_stats.json", text -> text.replace("\"NaN\"", "NaN"));
    HelmReading reading = read(IssueCode.NON_FINITE_SCORE);
    assertEquals("id2, trial 0", reading.issues().get(0).location());
    assertEquals("exact_match of id2", reading.issues().get(0).excerpt());
    assertNull(reading.response("2", 0).metrics().get("exact_match"));
    assertEquals(102.0, reading.response("2", 0).metrics().get("num_prompt_tokens"));
    assertEquals(4, reading.responses().size());
    // The sum beside it is sound, so the figures still agree.
    assertEquals(Boolean.TRUE, reading.outcome().verified());
  }

  @Test
  void anInfiniteSumIsNotCompared() throws IOException, DamagedRunException {
    edit(
        "per_instance_stats.json",
        text -> text.replaceFirst("\"sum\" : 0.25,", "\"sum\" : Infinity,"));
    edit(
        "per_instance_stats.json",
        text -> text.replaceFirst("\"mean\" : 0.25,", "\"mean\" : Infinity,"));
    HelmReading reading = read(IssueCode.NON_FINITE_SCORE);
    assertNull(reading.response("0", 0).metrics().get("inference_runtime"));
    assertNull(reading.response("0", 0).runtimeSeconds());
    assertEquals(sound.outcome().comparisons() - 1, reading.outcome().comparisons());
  }

  @Test
  void repeatedPredictionsChangeNothing() throws IOException, DamagedRunException {
    editArray(
        "display_predictions.json",
        shown -> {
          for (int i = 0; i < 3; i++) {
            ((ObjectNode) shown.addObject().setAll((ObjectNode) shown.get(i)))
                .put("predicted_text", "other " + i);
          }
        });
    HelmReading reading = read(IssueCode.DUPLICATE_CONFLICT);
    assertEquals(sound.responses(), reading.responses());
    assertTrue(reading.issues().get(0).detail().endsWith(": 3."));
    assertEquals("id0; id1; id2", reading.issues().get(0).excerpt());
  }

  @Test
  void instancesThatAreNotListedAreNamed() throws IOException, DamagedRunException {
    editArray(
        "instances.json",
        instances -> {
          instances.remove(0);
          instances.remove(0);
        });
    HelmReading reading = read(IssueCode.INSTANCES_ORPHANED);
    assertEquals(sound.responses(), reading.responses());
    assertEquals("id0; id1", reading.issues().get(0).excerpt());
    assertTrue(reading.issues().get(0).detail().endsWith(": 2."));
  }

  @Test
  void predictionsOfUnknownKeysAreTold() throws IOException, DamagedRunException {
    editArray(
        "display_predictions.json",
        shown -> shown.addObject().put("instance_id", "id99").put("predicted_text", "x"));
    assertEquals("id99", read(IssueCode.INSTANCES_ORPHANED).issues().get(0).excerpt());
  }

  private static void assertScoresAlone(HelmReading reading) {
    assertEquals(4, reading.responses().size());
    for (Response response : reading.responses()) {
      assertEquals(TextStatus.MISSING, response.textStatus());
      assertNull(response.rawInput());
      assertNull(response.output());
      assertNotNull(response.metrics().get("exact_match"));
      assertNotNull(response.split());
    }
    assertEquals(Boolean.TRUE, reading.outcome().verified());
  }

  @Test
  void withoutRequestsThereAreScoresAlone() throws IOException, DamagedRunException {
    Files.delete(run.resolve("scenario_state.json"));
    assertScoresAlone(read(IssueCode.FILE_MISSING, IssueCode.TEXTS_MISSING));
  }

  @Test
  void cutRequestsGiveNoTexts() throws IOException, DamagedRunException {
    cut("scenario_state.json");
    HelmReading reading = read(IssueCode.PARSE_ERROR, IssueCode.TEXTS_MISSING);
    assertScoresAlone(reading);
    long bytes = Files.size(run.resolve("scenario_state.json"));
    assertEquals("byte " + bytes, reading.issues().get(0).location());
  }

  @Test
  void damageInsideTheRequestsCostsTheTextsFromThere() throws IOException, DamagedRunException {
    edit("scenario_state.json", text -> text.replaceFirst("\"text\" : \"south 2\"", "\"text\" ="));
    HelmReading reading = read(IssueCode.PARSE_ERROR, IssueCode.TEXTS_MISSING);
    assertEquals(4, reading.responses().size());
    assertEquals(TextStatus.AVAILABLE, reading.response("1", 0).textStatus());
    assertEquals(TextStatus.MISSING, reading.response("2", 0).textStatus());
    assertEquals(102L, reading.response("2", 0).promptTokens());
  }

  @Test
  void aChoiceThatWasCutIsNoChoice() throws IOException, DamagedRunException {
    run = HelmRunFixture.of("tern-1b").separate().write(suite);
    edit(
        "scenario_state.json",
        text -> {
          int last = text.lastIndexOf("\"reference_index\"");
          return text.substring(0, last) + "!" + text.substring(last);
        });
    HelmReading reading = read(IssueCode.PARSE_ERROR, IssueCode.TEXTS_MISSING);
    assertEquals("north 2", reading.response("2", 0).mappedOutput());
    assertEquals(TextStatus.MISSING, reading.response("3", 0).textStatus());
  }

  @Test
  void aRequestWithoutScoresIsARowWithoutMetrics() throws IOException, DamagedRunException {
    editArray("per_instance_stats.json", scores -> scores.remove(3));
    Files.delete(run.resolve("stats.json"));
    Files.delete(run.resolve("display_predictions.json"));
    HelmReading reading = read(IssueCode.FILE_MISSING, IssueCode.MISSING_SCORE);
    Response response = reading.response("3", 0);
    assertEquals(0, response.metrics().size());
    assertEquals("Which way is gull 3?", response.rawInput());
  }

  @Test
  void scoresWithoutARequestAreARowWithoutTexts() throws IOException, DamagedRunException {
    Path file = run.resolve("scenario_state.json");
    JsonNode state = HelmRunFixture.readJson(file);
    ((ArrayNode) state.path("request_states")).remove(1);
    HelmRunFixture.writeJson(file, state);
    HelmReading reading = read(IssueCode.TEXTS_MISSING);
    Response last = reading.responses().get(3);
    assertEquals("id1", last.instanceId());
    assertEquals("test", last.split());
    assertEquals(TextStatus.MISSING, last.textStatus());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "per_instance_stats.json",
        "stats.json",
        "scenario_state.json",
        "instances.json",
        "display_predictions.json"
      })
  void bytesBehindTheValueAreTold(String file) throws IOException, DamagedRunException {
    long bytes = Files.size(run.resolve(file));
    Files.writeString(run.resolve(file), "\n oops", StandardOpenOption.APPEND);
    HelmReading reading = read(IssueCode.TRAILING_BYTES);
    assertEquals(sound.responses(), reading.responses());
    assertEquals("byte " + bytes, reading.issues().get(0).location());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"per_instance_stats.json", "scenario_state.json", "display_predictions.json"})
  void aFileThatGrowsSpoilsTheRun(String file) throws IOException {
    FoundRun found = HelmReading.find(suite);
    Files.writeString(run.resolve(file), " ", StandardOpenOption.APPEND);
    Issue issue = damage(found);
    assertEquals(IssueCode.UNSTABLE_FILE, issue.code());
    assertTrue(issue.source().endsWith(file));
  }

  @Test
  void valuesOfAWrongTypeAreMissing() throws IOException, DamagedRunException {
    editArray(
        "per_instance_stats.json",
        scores -> {
          ObjectNode stat = (ObjectNode) scores.get(1).at("/stats/4");
          stat.put("mean", "high").put("sum", "high");
        });
    Files.delete(run.resolve("stats.json"));
    HelmReading reading = read(IssueCode.FILE_MISSING, IssueCode.TYPE_UNEXPECTED);
    assertNull(reading.response("1", 0).metrics().get("exact_match"));
    assertTrue(reading.issues().get(1).detail().endsWith(": 2."));
  }

  @Test
  void entriesWithoutAKeyAreLeftOutAndCounted() throws IOException, DamagedRunException {
    editArray(
        "per_instance_stats.json",
        scores -> {
          ((ObjectNode) scores.addObject().setAll((ObjectNode) scores.get(0)))
              .remove("instance_id");
          scores.add(7);
        });
    HelmReading reading = read(IssueCode.TYPE_UNEXPECTED);
    assertEquals(sound.responses(), reading.responses());
    assertEquals(2, reading.outcome().rejectedResponses());
  }
}
