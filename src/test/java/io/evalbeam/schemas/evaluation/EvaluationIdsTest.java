package io.evalbeam.schemas.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.table.Sha256;
import io.evalbeam.testing.EvaluationSamples;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationIdsTest {
  private static final Perturbation TYPOS = new Perturbation("typos", true, false);

  private static String id(RunHeader header, Response response) {
    return EvaluationIds.of(header).id(response);
  }

  @Test
  void itIsTheHashOfThePartsWithTheirLengthsInBytes() {
    assertEquals(
        Sha256.of("4:helm6:v1.2.06:v1.1.04:lite4:t\u00fcr3:id15:typos1:2"),
        id(EvaluationSamples.header("t\u00fcr"), EvaluationSamples.response("id1", TYPOS, 2, 1)));
  }

  @Test
  void nullIsNotAnEmptyText() {
    assertEquals(
        Sha256.of("11:opencompass-:-:3:own0:3:id1-:1:0"),
        id(EvaluationSamples.sparseRun("").header(), EvaluationSamples.sparseResponse("id1")));
  }

  @Test
  void everyPartOfTheKeyDistinguishes() {
    List<Response> responses =
        List.of(
            EvaluationSamples.response("id1", null, 0, 1),
            EvaluationSamples.response("id2", null, 0, 1),
            EvaluationSamples.response("id1", TYPOS, 0, 1),
            EvaluationSamples.response("id1", new Perturbation("", true, false), 0, 1),
            EvaluationSamples.response("id1", null, 1, 1));
    Set<String> ids = new HashSet<>();
    for (String runName : List.of("a", "b")) {
      EvaluationIds run = EvaluationIds.of(EvaluationSamples.header(runName));
      responses.forEach(response -> ids.add(run.id(response)));
    }
    assertEquals(2 * responses.size(), ids.size());
  }

  @Test
  void theAnswerIsNotPartOfIt() {
    RunHeader header = EvaluationSamples.header("a");
    assertEquals(
        id(header, EvaluationSamples.response("id1", TYPOS, 0, 0)),
        id(header, EvaluationSamples.response("id1", TYPOS, 0, 1)));
  }
}
