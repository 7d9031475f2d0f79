package io.evalbeam.io.evaluation.opencompass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.testing.ReadRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of one model and data set that lie in shards, or are cut or missing. */
class PredictionShardsTest {
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
  void shardsFollowEachOtherByNumber() throws IOException {
    for (int i = 0; i <= 10; i++) {
      stamp.predictions("owl/sums_" + i + ".json", "a" + i, "b" + i);
    }
    ReadRun run = tree.read().live(OWL_SUMS);
    assertEquals(22, run.responses().size());
    assertEquals("b9", run.response("19").output());
    assertEquals("a10", run.response("20").output());
  }

  @Test
  void aDatasetMayEndLikeAShard() throws IOException {
    stamp
        .csv(
            "dataset,version,metric,mode,owl",
            "set_0,1,accuracy,gen,50.00",
            "set,1,accuracy,gen,1.00")
        .predictions("owl/set_0.json", "x")
        .predictions("owl/set_0_1.json", "z")
        .predictions("owl/other_0.json", "y");
    ReadTree read = tree.read();
    assertEquals(List.of("0/0 x null"), brief(read.live(ResultTree.REPORT + "/owl/set_0")));
    assertEquals(List.of("0/0 y null"), brief(read.live(ResultTree.REPORT + "/owl/other_0")));
  }

  @Test
  void theWholeFileCountsBesideShards() throws IOException {
    stamp.predictions("owl/sums.json", "w").predictions("owl/sums_0.json", "s", "t");
    ReadTree read = tree.read();
    assertEquals(List.of("0/0 w null"), brief(read.live(OWL_SUMS)));
    assertEquals(1, read.issues(IssueCode.DUPLICATE_CONFLICT).size());
  }

  @Test
  void behindAHoleShardsKeepTheirPlace() throws IOException {
    stamp
        .predictions("owl/sums_1.json", "c", "d")
        .predictions("owl/sums_3.json", "g")
        .results(
            "owl/sums.json", details("true", "true", "false", "false", "true", "true", "false"));
    ReadTree read = tree.read();
    ReadRun run = read.live(OWL_SUMS);
    assertEquals("c", run.response("2").output());
    assertEquals("g", run.response("6").output());
    assertEquals(0.0, correct(run.response("6")));
    assertEquals(TextStatus.MISSING, run.response("4").textStatus());
    assertEquals(1.0, correct(run.response("4")));
    assertEquals(7, run.responses().size());
    assertEquals(
        List.of("predictions/owl/sums_0.json", "predictions/owl/sums_2.json"),
        run.reported().stream().map(ReportedScore::report).toList());
    assertEquals(2, read.issues(IssueCode.SHARD_MISSING).size());
    assertEquals(1, read.issues(IssueCode.PREDICTIONS_MISSING).size());
  }

  @Test
  void aLoneLastShardHasNoPlace() throws IOException {
    stamp.predictions("owl/sums_2.json", "e", "f");
    ReadRun run = tree.read().live(OWL_SUMS);
    assertEquals(List.of(), run.responses());
    assertEquals(2, run.outcome().rejectedResponses());
  }

  @Test
  void answersBeforeACutCount() throws IOException {
    stamp
        .write("predictions/owl/sums_0.json", "{\"0\": {\"prediction\": \"a\"}, \"1\": {\"predi")
        .predictions("owl/sums_1.json", "c", "d")
        .predictions("owl/sums_2.json", "e");
    ReadTree read = tree.read();
    assertEquals(
        List.of("0/0 a null", "2/0 c null", "3/0 d null", "4/0 e null"),
        brief(read.live(OWL_SUMS)));
    assertTrue(read.issues(IssueCode.PARSE_ERROR).get(0).location().startsWith("byte "));
    assertEquals("truncated_json", read.live(OWL_SUMS).reported().get(0).kind());
  }

  @Test
  void unfinishedInferenceShowsItsProgress() throws IOException {
    stamp
        .write("predictions/owl/tmp_sums_1.jsonl", "{\"idx\": \"0\"}\n{\"idx\": \"1\"}\n{\"id")
        .predictions("owl/sums_0.json", "a")
        .write("predictions/owl/tmp_sums_0.jsonl", "{}\n")
        .write("predictions/owl/tmp_words.json", "{\"0\": {\"prediction\": \"w\"}, \"1");
    ReadTree read = tree.read();
    assertEquals(
        List.of(
            "The model had answered 2 questions when the run ended.",
            "The model had answered 1 questions when the run ended."),
        read.issues(IssueCode.INFERENCE_UNFINISHED).stream().map(i -> i.detail()).toList());
    assertEquals(List.of("0/0 a null"), brief(read.live(OWL_SUMS)));
  }

  /** A results file with one verdict an instance, as evaluators write it. */
  private static String details(String... verdicts) {
    StringBuilder text = new StringBuilder("{\"accuracy\": 50.0, \"details\": [");
    for (int i = 0; i < verdicts.length; i++) {
      text.append(i == 0 ? "" : ", ").append("{\"is_correct\": [").append(verdicts[i]).append("]}");
    }
    return text + "]}";
  }
}
