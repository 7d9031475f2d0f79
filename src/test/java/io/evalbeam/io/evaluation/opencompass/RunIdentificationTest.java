package io.evalbeam.io.evaluation.opencompass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.evaluation.ListedFile;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.ReportedStatus;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.testing.ReadRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs a tree holds, who they are and which count. */
class RunIdentificationTest {
  private static final String HEADER = "dataset,version,metric,mode,";
  private static final String OLDER = "20260228_080000";

  @TempDir Path root;
  private ResultTree tree;

  @BeforeEach
  void startTree() {
    tree = new ResultTree(root);
  }

  @Test
  void runsAreNamedByEvaluationRunModelAndDataset() throws IOException {
    tree.stamp(ResultTree.STAMP)
        .csv(HEADER + "lab/owl-2b", "sums,00e123,accuracy,gen,50.00")
        .predictions("lab/owl-2b/sums.json", "4");
    ReadTree read = tree.read();
    assertEquals(
        List.of(
            ResultTree.REPORT + " @ " + ResultTree.STAMP,
            ResultTree.REPORT + "/lab/owl-2b/sums @ " + ResultTree.STAMP),
        read.names());
    FoundRun run = read.live(ResultTree.REPORT + "/lab/owl-2b/sums").run();
    assertEquals("lab/owl-2b", run.header().modelName());
    assertEquals("sums", run.header().task());
    assertEquals("gen", run.header().adapterMethod());
    assertEquals(ResultTree.STAMP, run.precedence());
    assertEquals(
        ResultTree.EVALUATION + "/opencompass-" + ResultTree.RUN + "/" + ResultTree.STAMP,
        run.location());
  }

  @Test
  void anotherPromptVersionIsAnotherRunContent() throws IOException {
    tree.stamp(ResultTree.STAMP)
        .csv(HEADER + "owl", "sums,00e123,accuracy,gen,50.00")
        .predictions("owl/sums.json", "4");
    FoundRun before = tree.read().live(ResultTree.REPORT + "/owl/sums").run();
    tree.stamp(ResultTree.STAMP).csv(HEADER + "owl", "sums,00e124,accuracy,gen,50.00");
    FoundRun after = tree.read().live(ResultTree.REPORT + "/owl/sums").run();
    assertNotEquals(before.header().promptSettings(), after.header().promptSettings());
    assertNotEquals(before.runHash(), after.runHash());
  }

  @Test
  void olderAnswersNeverCountAsCurrent() throws IOException {
    tree.stamp(OLDER)
        .write(
            "summary/summary_" + OLDER + ".csv", HEADER + "owl\nsums,00e123,accuracy,gen,50.00\n")
        .predictions("owl/sums.json", "4");
    tree.stamp(ResultTree.STAMP).write("logs/infer/owl/other.out", "killed");
    ReadTree read = tree.read();
    ReadRun report = read.live(ResultTree.REPORT);
    assertEquals(ResultTree.STAMP, report.run().header().suite());
    assertEquals(
        List.of(ReportedStatus.INCOMPLETE),
        report.reported().stream().map(r -> r.status()).toList());
    ReadRun answers = read.live(ResultTree.REPORT + "/owl/sums");
    assertEquals(ResultTree.STAMP, answers.run().header().suite());
    assertEquals(List.of(), answers.run().files());
    assertEquals(List.of(), answers.responses());
    assertEquals(1, read.issues(IssueCode.NO_SUMMARY).size());
    assertEquals(1, read.issues(IssueCode.FILE_MISSING).size());
  }

  @Test
  void anEmptyNewestDirectoryCountsToo() throws IOException {
    tree.stamp(OLDER).predictions("owl/sums.json", "4");
    tree.stamp(ResultTree.STAMP);
    assertEquals(
        ResultTree.STAMP, tree.read().live(ResultTree.REPORT + "/owl/sums").run().precedence());
  }

  @Test
  void directoriesThatCannotBeRunsAreSaid() throws IOException {
    Files.createDirectories(root.resolve(ResultTree.EVALUATION + "/opencompass-waiting/logs"));
    Files.createDirectories(root.resolve("99999999-2222-4333-8444-555555555555"));
    tree.stamp("draft", "r", ResultTree.STAMP).csv(HEADER + "owl", "sums,1,accuracy,gen,1.00");
    tree.stamp(ResultTree.EVALUATION, "-r", ResultTree.STAMP).predictions("owl/sums.json", "4");
    tree.stamp(ResultTree.EVALUATION, "odd", "20261345_000000").predictions("owl/sums.json", "4");
    ReadTree read = tree.read();
    assertEquals(
        Map.of(
            IssueCode.NO_TIMESTAMP_DIR,
            2,
            IssueCode.RESULTS_DIR_NOT_FOUND,
            1,
            IssueCode.INVALID_EVAL_ID,
            1,
            IssueCode.INVALID_RUN_ID,
            1),
        read.issueCounts());
    assertEquals(ReportedStatus.INVALID_EVAL_ID, read.live("draft/r").reported().get(0).status());
    assertEquals(
        ReportedStatus.NO_TIMESTAMP_DIR,
        read.live(ResultTree.EVALUATION + "/waiting").reported().get(0).status());
    assertEquals(
        "invalid_run_id", read.live(ResultTree.EVALUATION + "/-r").reported().get(0).kind());
    assertTrue(read.runs.stream().allMatch(r -> r.run().files().isEmpty()));
    assertEquals(4, read.runs.stream().map(r -> r.run().runHash()).distinct().count());
  }

  @Test
  void anEvaluationIdIsOneInAnySpelling() throws IOException {
    tree.stamp("0A1B2C3D-1111-4222-8333-444455556666", "r", ResultTree.STAMP)
        .predictions("owl/sums.json", "4");
    assertEquals(1, tree.read().live(ResultTree.EVALUATION + "/r/owl/sums").responses().size());
  }

  @Test
  void configurationsAndLogsAreNoFilesOfARun() throws IOException {
    tree.stamp(ResultTree.STAMP)
        .write("configs/20260301_101500_7.py", "key='K'")
        .write("logs/eval/owl/sums.out", "key='K'")
        .write("infer_status/owl/sums.json", "{}")
        .write("predictions/owl/timer/time.jsonl", "{}")
        .predictions("owl/sums.json", "4");
    ReadTree read = tree.read();
    assertEquals(2, read.runs.size());
    assertEquals(
        List.of("predictions/owl/sums.json"),
        read.live(ResultTree.REPORT + "/owl/sums").run().files().stream()
            .map(f -> f.name())
            .toList());
  }

  @Test
  void scratchOfAnEvaluatorIsNoModel() throws IOException {
    tree.stamp(ResultTree.STAMP)
        .csv(HEADER + "owl", "sums,00e123,accuracy,gen,50.00")
        .predictions("owl/sums.json", "4")
        .results("owl/sums.json", "{\"accuracy\": 50.0}")
        .results("owl/sums/parts/scratch.json", "{\"accuracy\": 1.0}");
    assertEquals(2, tree.read().runs.size());
  }

  @Test
  void filesBeyondTheirLimitAreNotOpened() throws IOException {
    tree.stamp(ResultTree.STAMP).csv(HEADER + "owl", "sums,00e123,accuracy,gen,50.00");
    List<ListedFile> files =
        ReadTree.files(root).stream()
            .map(f -> new ListedFile(f.path(), f.relative(), (16L << 20) + 1))
            .toList();
    ReadTree read = ReadTree.of(files, List.of());
    assertEquals(1, read.issues(IssueCode.LIMIT_EXCEEDED).size());
    assertEquals(1, read.issues(IssueCode.NO_SUMMARY).size());
  }

  @Test
  void aFileThatCannotBeOpenedCostsItselfOnly() throws IOException {
    tree.stamp(ResultTree.STAMP)
        .predictions("owl/sums.json", "4")
        .predictions("owl/words.json", "a");
    List<ListedFile> files = ReadTree.files(root);
    Files.delete(Path.of(files.get(0).path()));
    ReadTree read = ReadTree.of(files, List.of());
    assertEquals(1, read.issues(IssueCode.ACCESS_DENIED).size());
    assertEquals(1, read.live(ResultTree.REPORT + "/owl/words").responses().size());
  }

  @Test
  void aFileThatChangedSinceItWasFoundSpoilsTheRun() throws IOException {
    tree.stamp(ResultTree.STAMP).predictions("owl/sums.json", "4");
    FoundRun run = tree.read().live(ResultTree.REPORT + "/owl/sums").run();
    tree.stamp(ResultTree.STAMP).predictions("owl/sums.json", "5");
    assertEquals(IssueCode.UNSTABLE_FILE, ReadTree.damage(run).issue().code());
  }

  @Test
  void namesWithControlCharactersAreRefused() throws IOException {
    tree.stamp(ResultTree.STAMP).predictions("o\nl/sums.json", "4");
    ReadTree read = tree.read();
    assertEquals(1, read.issues(IssueCode.INVALID_NAME).size());
    assertEquals(1, read.runs.size());
    assertNull(read.runs.get(0).outcome().verified());
  }
}
