package io.evalbeam.io.evaluation.helm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.testing.HelmRunFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmReadTest {
  @TempDir Path suite;

  private static void assertSound(HelmReading reading) {
    assertEquals(List.of(), reading.issues());
    assertEquals(Boolean.TRUE, reading.outcome().verified());
    assertEquals(0, reading.outcome().rejectedResponses());
  }

  private static ArrayNode requests(JsonNode state) {
    return (ArrayNode) state.path("request_states");
  }

  private static void compress(Path file) throws IOException {
    Path compressed = file.resolveSibling(file.getFileName() + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      Files.copy(file, out);
    }
    Files.delete(file);
  }

  @Test
  void aResponseHasScoresTextsAndCounts() throws IOException, DamagedRunException {
    HelmRunFixture.of("tern-1b").write(suite);
    HelmReading reading = HelmReading.of(suite);
    assertSound(reading);
    assertEquals(4, reading.responses().size());
    Response response = reading.response("1", 0);
    assertEquals("id1", response.instanceId());
    assertEquals("test", response.split());
    assertNull(response.subSplit());
    assertEquals("Which way is gull 1?", response.rawInput());
    assertEquals(
        List.of(new Reference("north 1", true), new Reference("south 1", false)),
        response.references());
    assertEquals(" B", response.output());
    assertEquals("south 1", response.mappedOutput());
    assertEquals(TextStatus.AVAILABLE, response.textStatus());
    assertEquals(0.0, response.metrics().get("exact_match"));
    assertEquals(0.251, response.metrics().get("inference_runtime"));
    assertNull(response.metrics().get("training_co2_cost"));
    assertEquals(101L, response.promptTokens());
    assertEquals(1L, response.outputTokens());
    assertEquals(0.251, response.runtimeSeconds());
    assertEquals("length", response.finishReason());
    assertEquals(true, response.promptTruncated());
    assertEquals(1_700_000_001L, response.evaluatedAt());
    assertEquals("valid", reading.response("0", 0).split());
  }

  @Test
  void entriesOfOneKeyAreUnited() throws IOException, DamagedRunException {
    HelmRunFixture.of("tern-1b").withToxicity().write(suite);
    HelmReading reading = HelmReading.of(suite);
    assertSound(reading);
    assertEquals(4, reading.responses().size());
    assertEquals(1.0, reading.response("2", 0).metrics().get("exact_match"));
    assertEquals(0.125, reading.response("2", 0).metrics().get("toxic_frac"));
  }

  @Test
  void anEqualScoreAgainCountsOnceAndAnotherOneIsTold() throws IOException, DamagedRunException {
    Path run = HelmRunFixture.of("tern-1b").write(suite);
    Path file = run.resolve("per_instance_stats.json");
    ArrayNode scores = (ArrayNode) HelmRunFixture.readJson(file);
    scores.add(scores.get(2).deepCopy());
    HelmRunFixture.writeJson(file, scores);
    assertSound(HelmReading.of(suite));
    ObjectNode other = (ObjectNode) scores.get(4).path("stats").get(4);
    other.put("mean", 0.75).put("sum", 0.75);
    HelmRunFixture.writeJson(file, scores);
    HelmReading reading = HelmReading.of(suite);
    assertEquals(List.of(IssueCode.DUPLICATE_CONFLICT), reading.codes());
    assertEquals(1.0, reading.response("2", 0).metrics().get("exact_match"));
  }

  @Test
  void trialsAndCopiesAreRowsOfTheirOwn() throws IOException, DamagedRunException {
    HelmRunFixture.of("tern-1b").trials(3).perturbed().withToxicity().write(suite);
    HelmReading reading = HelmReading.of(suite);
    assertSound(reading);
    assertEquals(24, reading.responses().size());
    assertEquals(0.0, reading.response("2", 1).metrics().get("exact_match"));
    assertEquals(1.0, reading.response("2", 2).metrics().get("exact_match"));
    Response copy = reading.responses().get(1);
    assertEquals(new Perturbation("typos", true, false), copy.perturbation());
    assertEquals(0.0, copy.metrics().get("exact_match"));
  }

  @Test
  void perturbationsOfOneNameAreToldApartByTheirObject() throws IOException, DamagedRunException {
    Path run = HelmRunFixture.of("tern-1b").perturbed().write(suite);
    for (String name : List.of("per_instance_stats.json", "scenario_state.json")) {
      JsonNode file = HelmRunFixture.readJson(run.resolve(name));
      ArrayNode entries = name.startsWith("per") ? (ArrayNode) file : requests(file);
      for (JsonNode entry : List.copyOf(children(entries))) {
        ObjectNode more = entry.deepCopy();
        for (JsonNode holder : more.findParents("perturbation")) {
          ((ObjectNode) holder.path("perturbation")).put("prob", 0.5);
        }
        if (!more.findParents("perturbation").isEmpty()) {
          entries.add(more);
        }
      }
      HelmRunFixture.writeJson(run.resolve(name), file);
    }
    HelmReading reading = HelmReading.of(suite);
    assertEquals(12, reading.responses().size());
    assertEquals(3, reading.responses().stream().map(Response::perturbation).distinct().count());
    // The display files have the name alone, so they are not joined and nothing is missed in them.
    assertEquals(List.of(), reading.codes());
  }

  private static List<JsonNode> children(JsonNode node) {
    List<JsonNode> children = new ArrayList<>();
    node.forEach(children::add);
    return children;
  }

  @Test
  void idsJoinBySpelling() throws IOException, DamagedRunException {
    HelmRunFixture.of("tern-1b").withIntegerIds().write(suite);
    HelmReading reading = HelmReading.of(suite);
    assertEquals(List.of(IssueCode.IDS_MIXED), reading.codes());
    assertTrue(reading.issues().get(0).detail().endsWith(": 4."));
    assertEquals(4, reading.responses().size());
    Response response = reading.response("3", 0);
    assertEquals("id3", response.instanceId());
    assertNotNull(response.output());
    assertNotNull(response.metrics().get("exact_match"));
  }

  @Test
  void ofSeparateRequestsTheChosenReferenceIsTheAnswer() throws IOException, DamagedRunException {
    HelmRunFixture.of("tern-1b").separate().write(suite);
    HelmReading reading = HelmReading.of(suite);
    assertSound(reading);
    assertEquals(4, reading.responses().size());
    assertEquals("north 2", reading.response("2", 0).mappedOutput());
    assertEquals("echo 0", reading.response("2", 0).output());
    assertEquals("south 1", reading.response("1", 0).mappedOutput());
  }

  @Test
  void calibrationCorrectsTheChoice() throws IOException, DamagedRunException {
    Path run = HelmRunFixture.of("tern-1b").separate().write(suite);
    Path file = run.resolve("scenario_state.json");
    JsonNode state = HelmRunFixture.readJson(file);
    ArrayNode requests = requests(state);
    for (int i = requests.size() - 1; i >= 0; i--) {
      ObjectNode calibration = requests.get(i).deepCopy();
      calibration.put("request_mode", "calibration");
      // Without its question the first reference is as likely, the second one very unlikely.
      ((ObjectNode) calibration.at("/result/completions/0/tokens/1"))
          .put("logprob", calibration.path("reference_index").intValue() == 0 ? -0.5 : -8.0);
      requests.insert(i + 1, calibration);
    }
    HelmRunFixture.writeJson(file, state);
    Files.delete(run.resolve("display_predictions.json"));
    HelmReading reading = HelmReading.of(suite);
    assertSound(reading);
    assertEquals("south 2", reading.response("2", 0).mappedOutput());
  }

  @Test
  void protectedTextsAreNullWithAStatus() throws IOException, DamagedRunException {
    HelmRunFixture.of("tern-1b").encrypted().write(suite);
    Response encrypted = HelmReading.of(suite).response("1", 0);
    assertEquals(TextStatus.ENCRYPTED, encrypted.textStatus());
    assertNull(encrypted.rawInput());
    assertNull(encrypted.output());
    assertNull(encrypted.mappedOutput());
    assertEquals(List.of(), encrypted.references());
    assertEquals(0.0, encrypted.metrics().get("exact_match"));
  }

  @Test
  void redactedTextsAreNullWithAStatus() throws IOException, DamagedRunException {
    HelmRunFixture.of("tern-1b").redacted().write(suite);
    HelmReading reading = HelmReading.of(suite);
    assertSound(reading);
    assertEquals(TextStatus.REDACTED, reading.response("1", 0).textStatus());
    assertNull(reading.response("1", 0).rawInput());
  }

  @Test
  void theMostProbableAnswerCounts() throws IOException, DamagedRunException {
    Path run = HelmRunFixture.of("tern-1b").write(suite);
    Path file = run.resolve("scenario_state.json");
    JsonNode state = HelmRunFixture.readJson(file);
    ArrayNode completions = (ArrayNode) requests(state).get(1).at("/result/completions");
    ((ObjectNode) completions.get(0)).put("logprob", -2.5);
    completions.addObject().put("text", "\u00A0A\n").put("logprob", -1);
    HelmRunFixture.writeJson(file, state);
    HelmReading reading = HelmReading.of(suite);
    assertSound(reading);
    assertEquals("\u00A0A\n", reading.response("1", 0).output());
    assertEquals("north 1", reading.response("1", 0).mappedOutput());
  }

  @Test
  void theMappingPatternFindsTheLetter() throws IOException, DamagedRunException {
    Path run = HelmRunFixture.of("tern-1b").write(suite);
    Path specFile = run.resolve("run_spec.json");
    ObjectNode spec = (ObjectNode) HelmRunFixture.readJson(specFile);
    ((ObjectNode) spec.path("adapter_spec")).put("output_mapping_pattern", "answer is ([A-Z])");
    HelmRunFixture.writeJson(specFile, spec);
    Path file = run.resolve("scenario_state.json");
    JsonNode state = HelmRunFixture.readJson(file);
    ((ObjectNode) requests(state).get(1).at("/result/completions/0"))
        .put("text", "The answer is A.");
    HelmRunFixture.writeJson(file, state);
    HelmReading reading = HelmReading.of(suite);
    assertEquals("north 1", reading.response("1", 0).mappedOutput());
    assertNull(reading.response("2", 0).mappedOutput());
    // The display file still shows the answer as it was.
    assertEquals(List.of(IssueCode.DUPLICATE_CONFLICT), reading.codes());
  }

  @Test
  void textThatCannotBeStoredIsMended() throws IOException, DamagedRunException {
    Path run = HelmRunFixture.of("tern-1b").write(suite);
    for (String name : List.of("scenario_state.json", "display_predictions.json")) {
      String text = Files.readString(run.resolve(name));
      Files.writeString(run.resolve(name), text.replaceFirst("\" A\"", "\" A\\\\ud83d\\\\u0000\""));
    }
    HelmReading reading = HelmReading.of(suite);
    assertEquals(List.of(IssueCode.TEXT_REPAIRED), reading.codes());
    assertEquals(" A\uFFFD\uFFFD", reading.response("0", 0).output());
  }

  @Test
  void repeatedRequestsCountOnce() throws IOException, DamagedRunException {
    Path run = HelmRunFixture.of("tern-1b").write(suite);
    Path file = run.resolve("scenario_state.json");
    JsonNode state = HelmRunFixture.readJson(file);
    requests(state).insert(1, requests(state).get(0).deepCopy());
    requests(state).add(requests(state).get(2).deepCopy());
    HelmRunFixture.writeJson(file, state);
    HelmReading reading = HelmReading.of(suite);
    assertEquals(4, reading.responses().size());
    assertEquals(List.of(IssueCode.DUPLICATE_CONFLICT), reading.codes());
    assertTrue(reading.issues().get(0).detail().endsWith(": 2."));
  }

  @Test
  void compressedFilesAreReadAlike() throws IOException, DamagedRunException {
    Path run = HelmRunFixture.of("tern-1b").trials(2).perturbed().write(suite);
    HelmReading plain = HelmReading.of(suite);
    try (Stream<Path> files = Files.list(run)) {
      for (Path file : files.toList()) {
        compress(file);
      }
    }
    HelmReading compressed = HelmReading.of(suite);
    assertSound(compressed);
    assertEquals(plain.responses(), compressed.responses());
    assertEquals(plain.outcome(), compressed.outcome());
  }

  @Test
  void fieldsMayComeInAnyOrderAndOthersAreIgnored() throws IOException, DamagedRunException {
    Path run = HelmRunFixture.of("tern-1b").write(suite);
    HelmReading before = HelmReading.of(suite);
    Path file = run.resolve("per_instance_stats.json");
    ArrayNode scores = (ArrayNode) HelmRunFixture.readJson(file);
    for (JsonNode entry : scores) {
      ObjectNode object = (ObjectNode) entry;
      object.set("instance_id", object.remove("instance_id"));
      object.putObject("future").putArray("of").add(1);
      for (JsonNode stat : entry.path("stats")) {
        ((ObjectNode) stat).set("count", ((ObjectNode) stat).remove("count"));
        ((ObjectNode) stat).set("name", ((ObjectNode) stat).remove("name"));
        ((ObjectNode) stat).putArray("later").addObject().put("mean", 99);
      }
    }
    HelmRunFixture.writeJson(file, scores);
    HelmReading after = HelmReading.of(suite);
    assertSound(after);
    assertEquals(before.responses(), after.responses());
  }

  @Test
  void aWrongFigureIsAMismatch() throws IOException, DamagedRunException {
    Path run = HelmRunFixture.of("tern-1b").write(suite);
    Path file = run.resolve("stats.json");
    ArrayNode stats = (ArrayNode) HelmRunFixture.readJson(file);
    ((ObjectNode) stats.get(0)).put("mean", 0.123);
    HelmRunFixture.writeJson(file, stats);
    HelmReading reading = HelmReading.of(suite);
    assertEquals(Boolean.FALSE, reading.outcome().verified());
    assertEquals(10, reading.outcome().comparisons());
    assertEquals(List.of(IssueCode.STATISTICS_MISMATCH), reading.codes());
  }

  @Test
  void aMeanUnlikeItsSumIsAMismatch() throws IOException, DamagedRunException {
    Path run = HelmRunFixture.of("tern-1b").write(suite);
    Path file = run.resolve("per_instance_stats.json");
    ArrayNode scores = (ArrayNode) HelmRunFixture.readJson(file);
    ((ObjectNode) scores.get(1).at("/stats/4")).put("mean", 1.0);
    HelmRunFixture.writeJson(file, scores);
    HelmReading reading = HelmReading.of(suite);
    assertFalse(Boolean.TRUE.equals(reading.outcome().verified()));
    assertEquals(List.of(IssueCode.STATISTICS_MISMATCH), reading.codes());
  }

  @Test
  void missingTrialsAreTold() throws IOException, DamagedRunException {
    Path run = HelmRunFixture.of("tern-1b").write(suite);
    Path specFile = run.resolve("run_spec.json");
    ObjectNode spec = (ObjectNode) HelmRunFixture.readJson(specFile);
    ((ObjectNode) spec.path("adapter_spec")).put("num_train_trials", 3);
    HelmRunFixture.writeJson(specFile, spec);
    assertEquals(List.of(IssueCode.TRIALS_MISSING), HelmReading.of(suite).codes());
  }
}
