package io.evalbeam.io.evaluation.opencompass;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.testing.ReadRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers and verdicts of one model and data set. */
class ResponsesReaderTest {
  private static final String OWL_SUMS = ResultTree.REPORT + "/owl/sums";

  @TempDir Path root;
  private ResultTree tree;
  private ResultTree.Stamp stamp;

  @BeforeEach
  void startTree() throws IOException {
    tree = new ResultTree(root);
    stamp = tree.stamp(ResultTree.STAMP);
    stamp.csv("dataset,version,metric,mode,owl", "sums,1,accuracy,gen,50.00");
  }

  private Response only(String entry) throws IOException {
    stamp.write("predictions/owl/sums.json", "{\"0\": " + entry + "}");
    return tree.read().live(OWL_SUMS).responses().get(0);
  }

  /** Instance, trial, answer and verdict of each response. */
  private static List<String> brief(ReadRun run) {
    return run.responses().stream()
        .map(r -> r.instanceKey() + "/" + r.trial() + " " + r.output() + " " + correct(r))
        .toList();
  }

  private static @Nullable Double correct(Response response) {
    return response.metrics().get("correct");
  }

  @Test
  void textsOfAChat() throws IOException {
    Response response =
        only(
            "{\"origin_prompt\": [{\"role\": \"HUMAN\", \"prompt\": \"one\"},"
                + " {\"role\": \"BOT\", \"prompt\": \"1\"},"
                + " {\"role\": \"user\", \"content\": \"two\"},"
                + " {\"role\": \"BOT\", \"prompt\": \"\"}],"
                + " \"prediction\": \"2\", \"gold\": [\"2\", \"two\"],"
                + " \"res_length\": 7, \"all_input_length\": 31}");
    assertEquals("two", response.rawInput());
    assertEquals("2", response.output());
    assertEquals(
        List.of(new Reference("2", true), new Reference("two", true)), response.references());
    assertEquals(7L, response.outputTokens());
    assertEquals(31L, response.promptTokens());
    assertEquals(MetricValues.NONE, response.metrics());
    assertEquals(TextStatus.AVAILABLE, response.textStatus());
  }

  @Test
  void textsOfOtherInferencers() throws IOException {
    Response turns =
        only(
            "{\"origin_prompt\": [[{\"role\": \"user\", \"content\": \"a\"}],"
                + " [{\"role\": \"user\", \"content\": \"b\"}]], \"prediction\": [\"x\", \"y\"]}");
    assertEquals("b", turns.rawInput());
    assertEquals("[\"x\",\"y\"]", turns.output());
    assertEquals(List.of(), turns.references());
    Response labels =
        only(
            "{\"testing input\": \"pick\", \"choices\": [\"A\"], \"prediction\": [0.1, 0.9],"
                + " \"pred_label\": \"B\", \"gold\": {\"k\": 1}}");
    assertEquals("pick", labels.rawInput());
    assertEquals("B", labels.output());
    assertEquals(List.of(new Reference("{\"k\":1}", true)), labels.references());
    assertEquals("z", only("{\"prediction\": {\"prediction\": \"z\"}}").output());
    assertNull(only("{\"prediction\": null}").output());
  }

  @Test
  void perplexityIsAScoreUnlessItIsNotANumber() throws IOException {
    stamp
        .write("predictions/owl/sums.json", "[{\"ppl\": 2.0}, {\"ppl\": 4.0}]")
        .results("owl/sums.json", "{\"average_ppl\": 3.0}");
    ReadRun run = tree.read().live(OWL_SUMS);
    assertEquals(2.0, run.response("0").metrics().get("ppl"));
    assertEquals(Boolean.TRUE, run.outcome().verified());
    stamp.write("predictions/owl/sums.json", "{\"0\": {\"ppl\": NaN}}");
    ReadTree again = tree.read();
    assertEquals(MetricValues.NONE, again.live(OWL_SUMS).response("0").metrics());
    assertEquals(1, again.issues(IssueCode.NON_FINITE_SCORE).size());
  }

  @Test
  void verdictsComeFromDetailsOfEitherForm() throws IOException {
    stamp
        .predictions("owl/sums.json", "a", "b", "c")
        .results("owl/sums.json", details("true", "false", "null"));
    assertEquals(
        List.of("0/0 a 1.0", "1/0 b 0.0", "2/0 c null"), brief(tree.read().live(OWL_SUMS)));
    stamp.results(
        "owl/sums.json",
        "{\"details\": {\"type\": \"PPL\", \"1\": {\"correct\": true}, \"0\":"
            + " {\"cascade_correct\": 0, \"x\": [1]}}}");
    assertEquals(
        List.of("0/0 a 0.0", "1/0 b 1.0", "2/0 c null"), brief(tree.read().live(OWL_SUMS)));
  }

  /** A results file with one verdict an instance, as evaluators write it. */
  private static String details(String... verdicts) {
    StringBuilder text = new StringBuilder("{\"accuracy\": 50.0, \"details\": [");
    for (int i = 0; i < verdicts.length; i++) {
      text.append(i == 0 ? "" : ", ").append("{\"is_correct\": [").append(verdicts[i]).append("]}");
    }
    return text + "]}";
  }

  @Test
  void replicasAreTrials() throws IOException {
    stamp
        .predictions("owl/sums.json", "a0", "b0", "a1", "b1")
        .results(
            "owl/sums.json",
            "{\"accuracy (2 runs average)\": 75.0, \"details\": ["
                + "{\"example_abbr\": \"sums_0\", \"correct\": [true, true]},"
                + "{\"example_abbr\": \"sums_1\", \"correct\": [false, true]}]}");
    ReadRun run = tree.read().live(OWL_SUMS);
    assertEquals(List.of("0/0 a0 1.0", "1/0 b0 0.0", "0/1 a1 1.0", "1/1 b1 1.0"), brief(run));
    assertEquals(Boolean.TRUE, run.outcome().verified());
  }

  @Test
  void replicasWithCutDetailsCannotBeToldApart() throws IOException {
    stamp
        .predictions("owl/sums.json", "a0", "b0", "a1", "b1")
        .results("owl/sums.json", "{\"details\": [{\"correct\": [true, true]}, {\"cor");
    ReadTree read = tree.read();
    assertEquals(1, read.damaged.size());
    assertEquals(IssueCode.PARSE_ERROR, read.damaged.get(0).issue().code());
  }

  @Test
  void aStatedScoreThatTheAnswersDoNotGiveIsSaid() throws IOException {
    stamp.predictions("owl/sums.json", "a", "b").results("owl/sums.json", details("true", "true"));
    ReadTree read = tree.read();
    assertEquals(Boolean.FALSE, read.live(OWL_SUMS).outcome().verified());
    assertEquals(1, read.issues(IssueCode.STATISTICS_MISMATCH).size());
  }

  @Test
  void entriesThatAreNoAnswersAreRefused() throws IOException {
    stamp.write(
        "predictions/owl/sums.json",
        "{\"0\": {\"prediction\": \"a\"}, \"0\": {\"prediction\": \"b\"}, \"x\": {},"
            + " \"1\": \"text\", \"999999999\": {}}");
    ReadTree read = tree.read();
    assertEquals(List.of("0/0 a null"), brief(read.live(OWL_SUMS)));
    assertEquals(4, read.live(OWL_SUMS).outcome().rejectedResponses());
    assertEquals(3, read.issues(IssueCode.TYPE_UNEXPECTED).size());
    assertEquals(1, read.issues(IssueCode.DUPLICATE_CONFLICT).size());
  }

  @Test
  void bytesThatAreNoTextEndAFile() throws IOException {
    byte[] bytes =
        "{\"0\": {\"prediction\": \"a\"}, \"1\": {\"prediction\": \"?\"}}".getBytes(UTF_8);
    bytes[bytes.length - 4] = (byte) 0xff;
    stamp.write("predictions/owl/sums.json", bytes);
    ReadTree read = tree.read();
    assertEquals(List.of("0/0 a null"), brief(read.live(OWL_SUMS)));
    assertEquals(1, read.issues(IssueCode.PARSE_ERROR).size());
  }

  @Test
  void oneAnswerMayBeLongerThanUsual() throws IOException {
    String answer = String.join("", Collections.nCopies(21_000_000, "a"));
    stamp.predictions("owl/sums.json", answer);
    assertEquals(
        21_000_000, String.valueOf(tree.read().live(OWL_SUMS).response("0").output()).length());
  }

  @Test
  void aMillionAnswersKeepTheirPlaces() throws IOException {
    StringBuilder text = new StringBuilder("{\"0\": {}");
    for (int i = 1_000_000; i > 0; i--) {
      text.append(",\"").append(i).append("\": {}");
    }
    stamp.write("predictions/owl/sums.json", text.append('}').toString());
    ReadRun run = tree.read().live(OWL_SUMS);
    assertEquals(1_000_001, run.responses().size());
    assertEquals(0, run.outcome().rejectedResponses());
    assertFalse(run.responses().get(1).instanceKey().equals("1"));
  }
}
