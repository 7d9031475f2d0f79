package io.evalbeam.pipelines.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.testing.DemoRun;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.IssueRows;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the demo leaves behind, and what it says at its end. */
class DemoTest {
  private final Path output = DemoRun.shared().output();
  private final String printed = DemoRun.shared().printed();

  private static List<String> column(String sql) {
    return DuckDb.rows(sql).stream().map(row -> String.valueOf(row.get("text"))).toList();
  }

  @Test
  void everyFormatGivesRunsThatCount() {
    assertEquals(
        List.of(
            "helm lite LIVE 16",
            "helm lite SUPERSEDED 1",
            "others every-eval-ever LIVE 2",
            "others inspect LIVE 2",
            "others lm-eval LIVE 4",
            "others opencompass LIVE 5"),
        column(
            "select source || ' ' || benchmark || ' ' || status || ' ' || count(*) as text from "
                + DuckDb.table(output.resolve("runs/*/runs.parquet"))
                + " group by source, benchmark, status order by text"));
  }

  @Test
  void onlyThePlantedDamageIsReported() {
    String run = "v1.0.0/natural_qa-mode=closedbook,model=harbor_petrel-mini-3.8b";
    List<String> issues = IssueRows.of(output, "ingest-evals/helm_lite");
    assertEquals(2, issues.size(), issues.toString());
    assertTrue(issues.get(0).contains(run) && issues.get(0).contains("NON_FINITE_SCORE"));
    assertTrue(issues.get(1).contains(run) && issues.get(1).contains("STATISTICS_MISMATCH"));
    assertEquals(List.of(), IssueRows.of(output, "ingest-evals/others_*"));
    assertEquals(List.of(), IssueRows.of(output, "aggregate-stats/*"));
  }

  @Test
  void statedFiguresAreThoseOfTheResponses() {
    assertEquals(
        List.of("natural_qa:mode=closedbook,model=harbor_petrel-mini-3.8b"),
        column(
            "select run_name as text from "
                + DuckDb.table(output.resolve("runs/*/runs.parquet"))
                + " where not verified"));
  }

  @Test
  void theRunOfTheLaterSuiteCounts() {
    assertEquals(
        List.of("SUPERSEDED v1.0.0", "LIVE v1.1.0"),
        column(
            "select status || ' ' || suite as text from "
                + DuckDb.table(output.resolve("runs/helm_lite/runs.parquet"))
                + " where run_name = 'gsm:model=meridian_auk-ultra-2' order by suite"));
  }

  @Test
  void itEndsWithTheLeaderboardAndTheGuide() {
    int leaderboard = printed.indexOf("leaderboard of lite");
    int guide = printed.indexOf("Everything is in " + output);
    assertTrue(leaderboard > 0 && guide > leaderboard, printed);
    assertTrue(printed.substring(leaderboard, guide).contains("stellar/gannet-4.5"), printed);
  }

  @Test
  void everyPlaceTheGuideNamesHasFiles() {
    List<String> rows =
        printed.substring(printed.indexOf("Everything is in")).lines().skip(3).toList();
    assertTrue(rows.size() > 15, printed);
    for (String row : rows) {
      if (row.isBlank()) {
        continue;
      }
      String[] cells = row.strip().split(" {2,}", -1);
      PathMatcher matcher =
          FileSystems.getDefault().getPathMatcher("glob:" + output.resolve(cells[3]));
      long files = OutputTree.files(output).stream().filter(matcher::matches).count();
      assertEquals(Long.parseLong(cells[1]), files, row);
    }
  }

  @Test
  void theReceiptKeepsTheOptionsOfTheCommand() throws IOException {
    String receipt = Files.readString(output.resolve("receipt.json"));
    assertFalse(receipt.contains("\"format\""));
    assertTrue(receipt.contains("ingest-evals.helm_lite"));
    assertTrue(receipt.contains("aggregate-stats.others"));
  }
}
