package io.evalbeam.io.evaluation.lmeval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.testing.ReadRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LmEvalSamplesTest {
  private static final LmEvalFormat FORMAT = new LmEvalFormat();

  @TempDir Path root;
  private HarnessOutput output = new HarnessOutput(Path.of(""), "");

  @BeforeEach
  void openOutput() {
    output = new HarnessOutput(root.resolve("m"), HarnessOutput.STAMP);
  }

  private ReadRun read(String result, int documents, String... lines) throws Exception {
    return readConfigured(HarnessOutput.config("t"), result, documents, lines);
  }

  private ReadRun readConfigured(String config, String result, int documents, String... lines)
      throws Exception {
    output.writeResults(HarnessOutput.results("t", result, config, documents));
    output.writeSamples("t", List.of(lines));
    return ReadRun.readAll(FORMAT, root).get(0);
  }

  @Test
  void verifiesWhatItReads() throws Exception {
    ReadRun run =
        read(
            "{\"acc,none\": 0.5, \"acc_stderr,none\": 0.5}",
            2,
            HarnessOutput.line(0, 1),
            HarnessOutput.line(1, 0));
    assertEquals(List.of(), run.issues());
    assertEquals(Boolean.TRUE, run.outcome().verified());
    assertEquals(4, run.outcome().comparisons(), "mean, error, count, hashes of lines");
    Response first = run.responses().get(0);
    assertEquals("c", first.output(), "the most likely choice");
    assertEquals(new Reference("b", true), first.references().get(1));
  }

  @Test
  void rejectsDamagedLinesOnly() throws Exception {
    String whole = HarnessOutput.line(1, 1);
    ReadRun run =
        read(
            "{\"acc,none\": 0.5}",
            4,
            HarnessOutput.line(0, 1),
            "[]",
            "{\"doc\": {}}",
            whole.substring(0, whole.length() - 20));
    assertEquals(1, run.responses().size());
    assertEquals(3, run.outcome().rejectedResponses());
    assertEquals(Boolean.FALSE, run.outcome().verified());
    assertEquals(
        List.of(
            IssueCode.TYPE_UNEXPECTED,
            IssueCode.TYPE_UNEXPECTED,
            IssueCode.PARSE_ERROR,
            IssueCode.STATISTICS_MISMATCH,
            IssueCode.COUNTS_DIFFER),
        run.codes());
    assertEquals("line 4", run.issues().get(2).location());
    assertEquals("m/samples_t_" + HarnessOutput.STAMP + ".jsonl", run.issues().get(2).source());
  }

  @Test
  void countsRepeatedLinesOnce() throws Exception {
    ReadRun run =
        read(
            "{\"acc,none\": 1.0}",
            1,
            HarnessOutput.line(0, 1),
            HarnessOutput.line(0, 1),
            HarnessOutput.line(0, 0));
    assertEquals(1, run.responses().size());
    assertEquals(1.0, run.responses().get(0).metrics().get("acc"));
    assertEquals(1, run.outcome().rejectedResponses());
    assertEquals(List.of(IssueCode.DUPLICATE_CONFLICT, IssueCode.DUPLICATE_CONFLICT), run.codes());
  }

  @Test
  void keepsEqualDocumentsApart() throws Exception {
    String line = HarnessOutput.line(0, 1);
    ReadRun run =
        read("{\"acc,none\": 1.0}", 2, line, line.replace("\"doc_id\": 0", "\"doc_id\": 7"));
    String key = run.responses().get(0).instanceKey();
    assertEquals(key + "#2", run.responses().get(1).instanceKey());
    assertEquals("7", run.responses().get(1).instanceId());
    assertEquals(List.of(), run.issues());
  }

  @Test
  void leavesMissingMetricsMissing() throws Exception {
    ReadRun run =
        read(
            "{\"acc,none\": 1.0}",
            3,
            HarnessOutput.line(0, 1),
            HarnessOutput.line(1, 1).replace("\"acc\": 1.0", "\"acc\": null"),
            HarnessOutput.line(2, 1).replace("\"acc\": 1.0", "\"acc\": NaN"));
    assertNull(run.responses().get(1).metrics().get("acc"));
    assertNull(run.responses().get(2).metrics().get("acc"));
    assertEquals(List.of(IssueCode.NON_FINITE_SCORE), run.codes());
    assertEquals(Boolean.TRUE, run.outcome().verified());
  }

  @Test
  void noticesAChangedDocument() throws Exception {
    ReadRun run =
        read(
            "{\"acc,none\": 1.0}",
            1,
            HarnessOutput.line(0, 1).replace("\"weight\": 1e-05", "\"weight\": 2e-05"));
    assertEquals(List.of(IssueCode.STATISTICS_MISMATCH), run.codes());
    assertEquals("filter none, line 1", run.issues().get(0).location());
    assertEquals(Boolean.FALSE, run.outcome().verified());
  }

  @Test
  void makesNoScoreOfAPlaceholder() throws Exception {
    String line = HarnessOutput.line(0, 999).replace("\"acc\"", "\"bypass\"");
    ReadRun run = read("{\"bypass,none\": 999, \"bypass_stderr,none\": \"N/A\"}", 1, line);
    assertEquals(List.of(), run.reported());
    assertNull(run.responses().get(0).metrics().get("bypass"));
    assertEquals(List.of(IssueCode.MISSING_SCORE), run.codes());
  }

  @Test
  void publishesALogLikelihoodUnderItsOwnName() throws Exception {
    String config = HarnessOutput.config("t").replace("multiple_choice", "loglikelihood");
    ReadRun run =
        readConfigured(
            config,
            "{\"perplexity,none\": " + Math.exp(1.5) + "}",
            2,
            HarnessOutput.line(0, -1).replace("\"acc\"", "\"perplexity\""),
            HarnessOutput.line(1, -2).replace("\"acc\"", "\"perplexity\""));
    assertEquals(-1.0, run.responses().get(0).metrics().get("perplexity_loglikelihood"));
    assertNull(run.responses().get(0).metrics().get("perplexity"));
    assertNull(run.responses().get(0).output());
    assertEquals(Boolean.TRUE, run.outcome().verified());
  }

  @Test
  void tellsAnswerFromWhatWasScored() throws Exception {
    String config = HarnessOutput.config("t").replace("multiple_choice", "generate_until");
    String line =
        """
        {"doc_id": 0, "doc": {"q": 1}, "target": "4", "arguments": [["Q: 2+2", {"until": []}]],
         "resps": [["It is 4.", "It is 5."]], "filtered_resps": ["4"], "metrics": ["acc"],
         "acc": true}"""
            .replace("\n", " ");
    ReadRun run = readConfigured(config, "{\"acc,none\": 1.0}", 1, line);
    Response response = run.responses().get(0);
    assertEquals("It is 4.", response.output());
    assertEquals("4", response.mappedOutput());
    assertEquals(List.of(new Reference("4", true)), response.references());
    assertEquals(1.0, response.metrics().get("acc"));
    assertEquals("{\"q\": 1}", response.rawInput());
    assertEquals(List.of(), run.issues());
  }

  @Test
  void accountsForLinesOfAnUnknownFilter() throws Exception {
    ReadRun run =
        read(
            "{\"acc,none\": 1.0}",
            1,
            HarnessOutput.line(0, 1),
            HarnessOutput.line(0, 1).replace("\"filter\": \"none\"", "\"filter\": \"odd\""));
    assertEquals(1, run.outcome().rejectedResponses());
    assertEquals(List.of(IssueCode.RUN_UNIDENTIFIED), run.codes());
    assertEquals("odd", run.issues().get(0).excerpt());
  }

  @Test
  void noticesAFileThatChanged() throws Exception {
    output.writeResults(
        HarnessOutput.results("t", "{\"acc,none\": 1.0}", HarnessOutput.config("t"), 1));
    output.writeSamples("t", List.of(HarnessOutput.line(0, 1)));
    FoundRun run = ReadRun.identify(FORMAT, root).get(0).runs().get(0);
    output.writeSamples("t", List.of(HarnessOutput.line(0, 0)));
    DamagedRunException damage =
        assertThrows(DamagedRunException.class, () -> ReadRun.read(FORMAT, run));
    assertEquals(IssueCode.UNSTABLE_FILE, damage.issue().code());
    assertTrue(damage.issue().source().endsWith(".jsonl"));
  }
}
