package io.evalbeam.io.evaluation.opencompass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.ReportedStatus;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which summary of a directory counts, and which of its files is read. */
class SummaryChoiceTest {
  private static final String HEADER = "dataset,version,metric,mode,";
  private static final String SUMMARY = "summary/summary_" + ResultTree.STAMP;
  private static final String TOP = "^".repeat(128);
  private static final String BOTTOM = "$".repeat(128);

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
  void theNewestSummaryCounts() throws IOException {
    String later = "20260302_101500";
    stamp
        .csv(HEADER + "owl", "sums,1,accuracy,gen,50.00")
        .write("summary/summary_" + later + ".csv", HEADER + "owl\nsums,1,accuracy,gen,60.00\n");
    ReadTree read = tree.read();
    List<ReportedScore> rows = read.live(ResultTree.REPORT).reported();
    assertEquals(List.of("owl sums OK 50.0", "owl sums OK 60.0"), brief(rows));
    assertEquals(later, rows.get(0).supersededBy());
    assertNull(rows.get(1).supersededBy());
    assertEquals(1, read.issues(IssueCode.SUPERSEDED_SUMMARY).size());
  }

  @Test
  void markdownServesWhereTheCsvCannotBeRead() throws IOException {
    stamp
        .write(SUMMARY + ".csv", new byte[] {'d', (byte) 0xff})
        .write(
            SUMMARY + ".md",
            "| dataset | version | metric | mode | owl | elk |\r\n"
                + "|----- | -----| -----|\r\n"
                + "| sums | 1 | accuracy | gen |  | 50.00 |\r\n");
    ReadTree read = tree.read();
    assertEquals(
        List.of("owl sums EMPTY null", "elk sums OK 50.0"),
        brief(read.live(ResultTree.REPORT).reported()));
    assertEquals(1, read.issues(IssueCode.SUMMARY_UNPARSABLE).size());
    assertEquals(1, read.issues(IssueCode.TEXT_REPAIRED).size());
  }

  @Test
  void theTextFileServesAloneAndBacksGroupAverages() throws IOException {
    stamp.write(
        SUMMARY + ".txt",
        String.join(
            "\n",
            ResultTree.STAMP,
            "csv format",
            TOP,
            HEADER + "owl",
            "all,-,naive_average,mixed,33.33",
            BOTTOM,
            "raw format",
            TOP,
            "-".repeat(31),
            "Model: owl",
            "all: {'naive_average': 33.333333333333336, 'odd': nan}",
            BOTTOM + "\r\n"));
    ReadTree read = tree.read();
    List<ReportedScore> rows = read.live(ResultTree.REPORT).reported();
    assertEquals(List.of("owl all OK 33.333333333333336"), brief(rows));
    assertEquals(1, read.issues(IssueCode.TEXT_REPAIRED).size());
    assertTrue(rows.get(0).group());
  }

  @Test
  void aTableOfModelsAloneHasNoVersions() throws IOException {
    stamp.csv("dataset,owl", "needles,50.0");
    ReportedScore row = report().get(0);
    assertEquals(50.0, row.value());
    assertNull(row.datasetVersion());
    assertNull(row.metric());
    assertNull(row.method());
  }

  @Test
  void aSummaryWithoutItsHeaderIsUnparsable() throws IOException {
    stamp.csv("sums,1,accuracy,gen,50.0000", "words,1,accuracy,gen,50.0000");
    ReadTree read = tree.read();
    assertEquals(
        List.of("unparsable_summary"),
        read.live(ResultTree.REPORT).reported().stream().map(SummaryChoiceTest::kind).toList());
    assertEquals(1, read.issues(IssueCode.SUMMARY_UNPARSABLE).size());
  }

  @Test
  void quotesDoNotJoinLines() throws IOException {
    stamp.csv(HEADER + "owl", "\"sums,1,accuracy,gen,50.00", "words\",1,accuracy,gen,60.00");
    assertEquals(List.of("owl \"sums OK 50.0", "owl words\" OK 60.0"), brief(report()));
  }

  @Test
  void aTableThatIsMostlyHolesIsRefused() throws IOException {
    stamp.csv(HEADER + "m,".repeat(2000) + "m", "x\n".repeat(2000));
    assertEquals(1, tree.read().issues(IssueCode.SUMMARY_UNPARSABLE).size());
  }

  @Test
  void summariesOfOtherToolsAreCountedAndNotRead() throws IOException {
    stamp
        .csv(HEADER + "owl", "sums,1,accuracy,gen,50.00")
        .write(SUMMARY + "_by_elk.csv", HEADER + "owl\nsums,1,accuracy,gen,99.00\n")
        .write(SUMMARY + "/profile.csv", HEADER + "owl\nsums,1,accuracy,gen,99.00\n")
        .write("summary/summary_2026345_000000.csv", HEADER + "owl\nsums,1,a,gen,99.00\n")
        .write("summary/plots/a.png", "x");
    ReadTree read = tree.read();
    List<ReportedScore> rows = read.live(ResultTree.REPORT).reported();
    assertEquals(
        List.of("foreign_csv", "foreign_csv", "foreign_csv", "foreign_file"),
        rows.stream().map(SummaryChoiceTest::kind).filter(k -> !k.isEmpty()).sorted().toList());
    assertEquals(4, read.issues(IssueCode.FOREIGN_SUMMARY).size());
    assertEquals(1, rows.stream().filter(r -> r.status() == ReportedStatus.OK).count());
  }

  @Test
  void aMarkBeforeASummaryOrResultIsPassedOver() throws IOException {
    stamp
        .write(SUMMARY + ".csv", "\ufeff" + HEADER + "owl\nsums,1,accuracy,gen,50.00 \n")
        .write(
            "results/owl/sums.json",
            "\ufeff{\"accuracy\": 50.001}".getBytes(StandardCharsets.UTF_8));
    ReadTree read = tree.read();
    assertEquals(
        List.of("owl sums ANOMALY null", "owl sums OK 50.001"),
        brief(read.live(ResultTree.REPORT).reported()));
    assertEquals(2, read.issues(IssueCode.TEXT_REPAIRED).size());
  }

  private static String kind(ReportedScore row) {
    @Nullable String kind = row.kind();
    return kind == null ? "" : kind;
  }
}
