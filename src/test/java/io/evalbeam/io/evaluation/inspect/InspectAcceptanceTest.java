package io.evalbeam.io.evaluation.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.testing.ReadRun;
import io.evalbeam.testing.SharedData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A real log: three questions of ARC, easy set. */
class InspectAcceptanceTest {
  private static ReadRun read() throws Exception {
    return ReadRun.readTask(
        new InspectFormat(), SharedData.path("data/lm-eval/inspect"), "inspect_evals/arc_easy");
  }

  @Test
  void keepsTheModelWhole() throws Exception {
    RunHeader header = read().run().header();
    assertEquals("ollama/qwen2.5:0.5b", header.modelName());
    assertEquals("multiple_choice", header.adapterMethod());
    assertEquals("allenai/ai2_arc", header.scenario());
    assertEquals(1, header.trials());
  }

  @Test
  void readsGradesAsNumbers() throws Exception {
    ReadRun run = read();
    assertEquals(
        List.of(1.0, 0.0, 0.0),
        run.responses().stream().map(response -> response.metrics().get("choice")).toList());
    assertEquals(List.of(), run.issues());
    assertEquals(Boolean.TRUE, run.outcome().verified());
    assertEquals(4, run.outcome().comparisons(), "two counts, accuracy, standard error");
  }

  @Test
  void readsWhatTheLogReports() throws Exception {
    ReadRun run = read();
    assertEquals(2, run.reported().size());
    ReportedScore accuracy = run.reported().get(0);
    assertEquals("accuracy", accuracy.metric());
    assertEquals("choice", accuracy.method());
    assertEquals(1.0 / 3, accuracy.value());
    assertEquals(.33333333333333337, accuracy.standardError());
    assertEquals(3, accuracy.n());
    assertNull(accuracy.lowerIsBetter());
    assertEquals(1761001936, run.run().lastRequestAt());
  }

  @Test
  void namesChoicesByTheirText() throws Exception {
    Response first = read().responses().get(0);
    assertEquals("1", first.instanceKey());
    assertEquals(0, first.trial());
    assertEquals(
        "Which statement best explains why photosynthesis is the foundation of most food webs?",
        first.rawInput());
    assertEquals(
        new Reference("Sunlight is the source of energy for nearly all ecosystems.", true),
        first.references().get(0));
    assertEquals(4, first.references().size());
    assertEquals(
        "Sunlight is the source of energy for nearly all ecosystems.", first.mappedOutput());
    assertTrue(String.valueOf(first.output()).startsWith("ANSWER: A\n"));
    assertEquals(134, first.promptTokens());
    assertEquals(200, first.outputTokens());
    assertEquals("stop", first.finishReason());
  }
}
