package io.evalbeam.io.evaluation.opencompass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the summaries and results of a stamp directory report. */
class ReportReaderTest {
  private static final String HEADER = "dataset,version,metric,mode,";

  @TempDir Path root;
  private ResultTree tree;
  private ResultTree.Stamp stamp;

  @BeforeEach
  void startTree() throws IOException {
    tree = new ResultTree(root);
    stamp = tree.stamp(ResultTree.STAMP);
  }

  private List<ReportedScore> report() throws IOException {
    return tree.read().live(ResultTree.REPORT).reported();
  }

  private static List<String> brief(List<ReportedScore> rows) {
    return rows.stream()
        .map(r -> r.modelName() + " " + r.dataset() + " " + r.status() + " " + r.value())
        .toList();
  }

  @Test
  void resultsGiveFullPrecision() throws IOException {
    stamp
        .csv(HEADER + "owl", "sums,00e123,accuracy,gen,65.62", "flag,1,accuracy,gen,1.00")
        .results("owl/sums.json", "{\"accuracy\": 65.625, \"details\": {\"type\": \"GEN\"}}")
        .results("owl/flag.json", "{\"accuracy\": true}");
    List<ReportedScore> rows = report();
    assertEquals(List.of("owl sums OK 65.625", "owl flag OK 1.0"), brief(rows));
    assertEquals("00e123", rows.get(0).datasetVersion());
    assertEquals("gen", rows.get(0).method());
    assertEquals("65.62", rows.get(0).cell());
    assertEquals(ResultTree.STAMP, rows.get(0).report());
    assertEquals(2, rows.get(0).row());
  }

  @Test
  void aCellThatTheResultsContradictKeepsBothFigures() throws IOException {
    stamp
        .csv(HEADER + "owl", "sums,00e123,accuracy,gen,70.00")
        .results("owl/sums.json", "{\"accuracy\": 65.625}");
    ReadTree read = tree.read();
    List<ReportedScore> rows = read.live(ResultTree.REPORT).reported();
    assertEquals(List.of("owl sums OK 70.0", "owl sums OK 65.625"), brief(rows));
    assertEquals("results/owl/sums.json", rows.get(1).report());
    assertEquals(1, read.issues(IssueCode.SCORE_CONFLICT).size());
  }

  @Test
  void everyBadCellIsSaidOnce() throws IOException {
    stamp.csv(
        HEADER + "owl,elk",
        "a,1,accuracy,gen,1d,0x1p3",
        "b,1,accuracy,gen,,-",
        "c,1,accuracy,gen,NaN",
        "d,-,-,-,-,-",
        "e,1,accuracy,gen,65,62,7",
        "--- Exams ---,-,-,-,-,-",
        "f,1,accuracy,gen,-inf,1e999");
    ReadTree read = tree.read();
    assertEquals(
        List.of(
            "owl a NON_NUMERIC null",
            "elk a NON_NUMERIC null",
            "owl b EMPTY null",
            "elk b MISSING null",
            "owl c NON_NUMERIC null",
            "elk c SHORT_ROW null",
            "owl d MISSING null",
            "elk d MISSING null",
            "null e TOO_MANY_CELLS null",
            "null --- Exams --- SECTION_ROW null",
            "owl f NON_FINITE null",
            "elk f NON_FINITE null"),
        brief(read.live(ResultTree.REPORT).reported()));
    assertEquals(
        Map.of(
            IssueCode.NON_FINITE_SCORE,
            2,
            IssueCode.MISSING_SCORE,
            1,
            IssueCode.DATASET_FAILED,
            2,
            IssueCode.BAD_CELL,
            4,
            IssueCode.SHORT_ROW,
            1,
            IssueCode.LONG_ROW,
            1),
        read.issueCounts());
  }

  @Test
  void aMissingScoreNamesTheEvaluatorsError() throws IOException {
    stamp
        .csv(HEADER + "owl,elk", "sums,00e123,accuracy,gen,-,40.00")
        .results("owl/sums.json", "{\"error\": \"lengths differ " + "x".repeat(5000) + "\"}");
    ReadTree read = tree.read();
    assertEquals(2048, read.issues(IssueCode.EVALUATOR_ERROR).get(0).detail().length());
    assertTrue(read.issues(IssueCode.MISSING_SCORE).get(0).detail().contains("lengths differ"));
  }

  @Test
  void equalRepetitionsCountOnceAndDifferentOnesNotAtAll() throws IOException {
    stamp.csv(
        HEADER + "owl,owl,elk",
        "sums,1,accuracy,gen,50.00,50.0,10.00",
        "words,1,accuracy,gen,50.00,51.00,20.00",
        "words,1,accuracy,gen,50.00,51.00,20.00");
    ReadTree read = tree.read();
    assertEquals(
        List.of("owl sums OK 50.0", "elk sums OK 10.0", "elk words OK 20.0"),
        brief(read.live(ResultTree.REPORT).reported()));
    assertEquals(
        List.of("50.00 and 51.00"),
        read.issues(IssueCode.DUPLICATE_CONFLICT).stream().map(Issue::excerpt).toList());
  }

  @Test
  void namesThatLeaveTheTreeKeepTheirScores() throws IOException {
    stamp.csv(HEADER + "/abs/owl,../../elk", "sums,1,accuracy,gen,50.00,40.00");
    ReadTree read = tree.read();
    assertEquals(
        List.of("/abs/owl sums OK 50.0", "../../elk sums OK 40.0"),
        brief(read.live(ResultTree.REPORT).reported()));
    assertEquals(2, read.issues(IssueCode.INVALID_NAME).size());
    assertEquals(1, read.runs.size());
  }

  @Test
  void withoutSummaryTheResultsAreReported() throws IOException {
    stamp
        .results(
            "lab/owl/sums.json", "{\"accuracy\": 50.0, \"f1\": NaN, \"bp\": 1.0, \"note\": {}}")
        .results("lab/owl/sums_replica0.json", "{\"0\": {}}")
        .results("lab/owl_judged-by--elk/chat.json", "{\"0\": {}}")
        .results("lab/owl/chat.json", "{\"0\": {\"prediction\": \"[[7]]\"}}")
        .results("lab/owl/cut.json", "{\"accuracy\": 12.5, \"details\": [{\"pred\": [\"1")
        .results("lab/owl/empty.json", "")
        .results("lab/owl/list.json", "[]")
        .results("lab/owl/two.json", "{\"accuracy\": 1.0} {}");
    ReadTree read = tree.read();
    assertEquals(
        List.of(
            "lab/owl cut ANOMALY null",
            "lab/owl empty ANOMALY null",
            "lab/owl list ANOMALY null",
            "null null INCOMPLETE null",
            "lab/owl cut OK 12.5",
            "lab/owl sums OK 50.0",
            "lab/owl sums NON_FINITE null",
            "lab/owl two OK 1.0"),
        brief(read.live(ResultTree.REPORT).reported()));
    assertEquals(3, read.issues(IssueCode.JUDGE_FILE).size());
    assertEquals(2, read.issues(IssueCode.PARSE_ERROR).size());
    assertEquals(1, read.issues(IssueCode.TYPE_UNEXPECTED).size());
    assertEquals(1, read.issues(IssueCode.TRAILING_BYTES).size());
  }

  @Test
  void resultsDeeperThanTheLimitAreRefused() throws IOException {
    stamp.results("owl/deep.json", "{\"details\": " + "[".repeat(2000) + "]".repeat(2000) + "}");
    assertEquals(1, tree.read().issues(IssueCode.LIMIT_EXCEEDED).size());
  }
}
