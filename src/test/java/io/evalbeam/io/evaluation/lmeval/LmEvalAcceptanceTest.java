package io.evalbeam.io.evaluation.lmeval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.testing.ReadRun;
import io.evalbeam.testing.SharedData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Output of two real versions of the harness. */
class LmEvalAcceptanceTest {
  private static final LmEvalFormat FORMAT = new LmEvalFormat();
  private static final String CURRENT = "data/lm-eval/lm_eval-0.4.13";

  private static ReadRun read(String folder, String task) throws Exception {
    return ReadRun.readTask(FORMAT, SharedData.path(folder), task);
  }

  private static ReportedScore reported(ReadRun run, String metric) {
    return run.reported().stream()
        .filter(score -> metric.equals(score.metric()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsAMultipleChoiceTask() throws Exception {
    ReadRun run = read(CURRENT + "/pretrained", "toy_mc");
    assertEquals("acme/toy-1b", run.run().header().modelName());
    assertEquals(2, run.run().header().shots());
    assertEquals("multiple_choice", run.run().header().adapterMethod());
    assertEquals(List.of("toy_group"), run.run().header().groups());
    assertEquals(0.4166666666666667, reported(run, "acc").value());
    assertEquals(0.1486470975026408, reported(run, "acc").standardError());
    assertEquals(12, reported(run, "acc").n());
    assertEquals(false, reported(run, "acc").lowerIsBetter());
    assertEquals(
        List.of(1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0),
        run.responses().stream().map(response -> response.metrics().get("acc")).toList());
    assertEquals(List.of(), run.issues());
    assertEquals(Boolean.TRUE, run.outcome().verified());
    assertEquals(7, run.outcome().comparisons(), "two figures, two errors, count, hashes");
  }

  @Test
  void derivesGoldAndChoiceOfADocument() throws Exception {
    Response first = read(CURRENT + "/pretrained", "toy_mc").responses().get(0);
    assertEquals("0", first.instanceId());
    assertEquals(
        "70ef792bdf1b785a75ca8fb8df91ef1d4d56c75a72f6cb24fa23768261c19a69", first.instanceKey());
    assertEquals("test", first.split());
    assertEquals(
        List.of(new Reference("20", false), new Reference("21", true), new Reference("22", false)),
        first.references());
    assertEquals("21", first.output());
    assertEquals(
        "{\"id\": \"q10\", \"question\": \"What is 10 plus 11?\", \"choices\": [\"20\", \"21\","
            + " \"22\"], \"answer\": 1}",
        first.rawInput());
  }

  @Test
  void keepsFiltersApart() throws Exception {
    ReadRun strict = read(CURRENT + "/pretrained", "toy_gen:filter=strict");
    ReadRun flex = read(CURRENT + "/pretrained", "toy_gen:filter=flex");
    for (ReadRun run : List.of(strict, flex)) {
      assertEquals(12, run.responses().size());
      assertEquals(1, run.reported().size());
      assertEquals(0.0, run.reported().get(0).value());
      assertEquals("lol", run.responses().get(0).output());
      assertEquals(Boolean.TRUE, run.outcome().verified());
      assertEquals(List.of(), run.issues());
      assertEquals(16, run.run().header().maxTokens());
    }
    assertNotEquals(strict.run().header().runName(), flex.run().header().runName());
    assertNotEquals(strict.run().runHash(), flex.run().runHash());
    assertNotEquals(strict.run().header().promptSettings(), flex.run().header().promptSettings());
  }

  @Test
  void recomputesPerplexitiesAndPublishesNoneAsScore() throws Exception {
    ReadRun run = read(CURRENT + "/pretrained", "toy_ll");
    assertEquals(1.070887761921891, reported(run, "word_perplexity").value());
    assertEquals(1.0181865520966207, reported(run, "byte_perplexity").value());
    assertEquals(.02600191615570012, reported(run, "bits_per_byte").value());
    assertNull(reported(run, "bits_per_byte").standardError(), "N/A");
    assertEquals(true, reported(run, "bits_per_byte").lowerIsBetter());
    Response first = run.responses().get(0);
    assertEquals(-0.1596255246938475, first.metrics().get("word_perplexity_loglikelihood"));
    assertEquals(5.0, first.metrics().get("word_perplexity_weight"));
    assertNull(first.metrics().get("word_perplexity"));
    assertEquals(List.of(), run.issues());
    assertEquals(Boolean.TRUE, run.outcome().verified());
    assertEquals(6, run.outcome().comparisons(), "three figures, count, hashes");
  }

  @Test
  void reportsAGroupOnceAndWithItsOwnCount() throws Exception {
    ReadRun run = read(CURRENT + "/pretrained", "toy_group");
    assertEquals(List.of(), run.responses());
    assertEquals(1, run.reported().size());
    ReportedScore score = run.reported().get(0);
    assertTrue(score.group());
    assertEquals(.4166666666666667, score.value());
    assertEquals(.1486470975026408, score.standardError());
    assertEquals(12, score.n());
    assertNull(run.outcome().verified());
  }

  @Test
  void doesNotTakeADirectoryForAModel() throws Exception {
    assertEquals("dummy", read(CURRENT + "/dummy", "toy_mc").run().header().modelName());
    IdentifiedRuns identified =
        ReadRun.identify(FORMAT, SharedData.path(CURRENT + "/dummy")).get(0);
    assertEquals(
        List.of(IssueCode.NAME_MISSING), identified.issues().stream().map(Issue::code).toList());
  }

  @Test
  void pairsTwoModelsByDocument() throws Exception {
    ReadRun first = read(CURRENT + "/pretrained", "toy_mc");
    ReadRun second = read(CURRENT + "/dummy", "toy_mc");
    assertEquals(
        first.responses().stream().map(Response::instanceKey).toList(),
        second.responses().stream().map(Response::instanceKey).toList());
    assertEquals(first.run().header().promptSettings(), second.run().header().promptSettings());
    assertNotEquals(first.run().header().runName(), second.run().header().runName());
  }

  @Test
  void noticesThatASamplesFileWasCut() throws Exception {
    ReadRun cut = read("data/lm-eval/lm_eval-0.4.9.2", "math_perturbed_full");
    assertEquals(10, cut.responses().size());
    assertEquals(0.0, reported(cut, "exact_match").value());
    assertEquals(0.0, reported(cut, "exact_match").standardError());
    assertEquals(List.of(IssueCode.COUNTS_DIFFER, IssueCode.STATISTICS_MISMATCH), cut.codes());
    assertEquals("filter none, task_hashes", cut.issues().get(1).location());
    assertEquals(Boolean.FALSE, cut.outcome().verified());
    assertEquals(
        "RylanSchaeffer/mem_Qwen3-93M_minerva_math_rep_0_sbst_1.0000_epch_1_ot_1",
        cut.run().header().modelName());
    ReadRun reportedOnly = read("data/lm-eval/lm_eval-0.4.9.2", "math_rephrased_full");
    assertEquals(.0004, reported(reportedOnly, "exact_match").value());
    assertEquals(.0002828144211304471, reported(reportedOnly, "exact_match").standardError());
    assertEquals(5000, reported(reportedOnly, "exact_match").n());
    assertFalse(reportedOnly.reported().get(0).group());
    assertEquals(List.of(), reportedOnly.responses());
  }

  @Test
  void missesTheSamplesOfOneTask() throws Exception {
    IdentifiedRuns identified =
        ReadRun.identify(FORMAT, SharedData.path("data/lm-eval/lm_eval-0.4.9.2")).get(0);
    assertEquals(1, identified.issues().size());
    assertEquals(IssueCode.FILE_MISSING, identified.issues().get(0).code());
    assertEquals(IssueSeverity.WARNING, identified.issues().get(0).severity());
    assertEquals("/results/math_rephrased_full", identified.issues().get(0).location());
  }
}
