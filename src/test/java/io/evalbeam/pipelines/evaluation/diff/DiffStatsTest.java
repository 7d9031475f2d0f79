package io.evalbeam.pipelines.evaluation.diff;

import static io.evalbeam.testing.StatisticsSamples.cell;
import static io.evalbeam.testing.StatisticsSamples.place;
import static io.evalbeam.testing.StatisticsSamples.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.io.table.TableFileWriter;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.testing.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffStatsTest {
  private static final String MOMENT = "_helm_20260101_000000.parquet";

  @TempDir Path folder;
  private String older = "";
  private String newer = "";

  @BeforeEach
  void write() throws IOException {
    older =
        snapshot(
            "old",
            List.of(
                cell("nests", "auk", 0.25, 0.02),
                cell("nests", "dodo", 0.5, 0.02),
                cell("nests", "tern", 0.5, 0.02)),
            List.of(
                place("auk", 0.25, 3, 3, 3),
                place("dodo", 0.5, 1, 1, 2),
                place("tern", 0.5, 1, 1, 2)));
    newer =
        snapshot(
            "new",
            List.of(
                cell("nests", "auk", 0.75, 0.02),
                cell("nests", "tern", 0.51, 0.02),
                cell("nests", "wren", 0.1, 0.02)),
            List.of(
                place("auk", 0.75, 1, 1, 1),
                place("tern", 0.51, 2, 2, 2),
                place("wren", 0.1, 3, 3, 3)));
  }

  private String snapshot(
      String name, List<ComprehensiveStatistics> cells, List<ModelStatistics> places)
      throws IOException {
    Path tables = Files.createDirectories(folder.resolve(name).resolve("statistics"));
    table(ComprehensiveStatistics.class, cells, tables.resolve("comprehensive_stats" + MOMENT));
    table(ModelStatistics.class, places, tables.resolve("leaderboard" + MOMENT));
    Files.writeString(
        tables.resolve("latest_helm.json"),
        """
        {"source": "helm", "timestamp": "20260101_000000", "split": "published", "files": [
          {"table": "comprehensive_stats", "path": "statistics/comprehensive_stats%1$s",
           "rows": 3, "sha256": ""},
          {"table": "leaderboard", "path": "statistics/leaderboard_helm.csv",
           "rows": 3, "sha256": ""},
          {"table": "leaderboard", "path": "statistics/leaderboard%1$s", "rows": 3, "sha256": ""}]}
        """
            .formatted(MOMENT));
    return folder.resolve(name).toString();
  }

  private static <T> void table(Class<T> type, List<T> rows, Path target) throws IOException {
    try (TableFileWriter<T> writer =
        new TableFileWriter<>(Table.of(type), target + ".staging", "table")) {
      for (T row : rows) {
        writer.write(row);
      }
      Files.move(Path.of(writer.finish().staged()), target);
    }
  }

  private static String statistics(String snapshot) {
    return snapshot + "/statistics/comprehensive_stats" + MOMENT;
  }

  private static String leaderboard(String snapshot) {
    return snapshot + "/statistics/leaderboard" + MOMENT;
  }

  private static void assertLine(CommandRun run, String... cells) {
    assertTrue(
        run.output()
            .lines()
            .anyMatch(line -> List.of(line.trim().split(" {2,}")).equals(List.of(cells))),
        run.output());
  }

  private static void assertWrong(String problem, String... arguments) {
    List<String> all = new ArrayList<>(List.of("diff-stats"));
    all.addAll(List.of(arguments));
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertEquals(ExitCode.WRONG_USAGE, run.exitCode(), run.errors());
    assertTrue(run.errors().contains(problem), run.errors());
    assertFalse(run.errors().contains("\tat "), run.errors());
  }

  @Test
  void listsWhatChanged() {
    CommandRun run = CommandRun.of("diff-stats", older, newer);
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertLine(run, "birds", "3", "3", "1", "1", "2");
    assertLine(run, "added", "birds", "wren");
    assertLine(run, "removed", "birds", "dodo");
    assertLine(
        run,
        "birds",
        "nests",
        "auk",
        "exact_match",
        "test",
        "100",
        "0.2500",
        "0.7500",
        "+0.5000",
        "0.0283",
        "1.4e-42",
        "beyond");
    assertLine(
        run,
        "birds",
        "nests",
        "tern",
        "exact_match",
        "test",
        "100",
        "0.5000",
        "0.5100",
        "+0.0100",
        "0.0283",
        "0.72",
        "within");
    assertTrue(run.output().contains("1 within and 1 beyond their uncertainty"), run.output());
    assertTrue(run.output().contains("no pairs can be compared"), run.output());
    assertLine(run, "birds", "auk", "3 -> 1", "3-3 -> 1-1", "no", "0.2500", "0.7500");
    assertLine(run, "birds", "tern", "1 -> 2", "1-2 -> 2-2", "yes", "0.5000", "0.5100");
  }

  @Test
  void equalSnapshotsHaveNoDifferences() {
    CommandRun run = CommandRun.of("diff-stats", older, older, "--failOnChange");
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertTrue(run.output().endsWith("no differences\n"), run.output());
  }

  @Test
  void differencesFailOnRequest() {
    CommandRun run = CommandRun.of("diff-stats", older, newer, "--failOnChange");
    assertEquals(ExitCode.DIFFERENT, run.exitCode());
    assertEquals(4, run.exitCode().status());
  }

  @Test
  void showsTheLargestUnlessAskedForAll() {
    CommandRun few = CommandRun.of("diff-stats", older, newer, "--limit=1");
    assertFalse(few.output().contains("within\n"), few.output());
    assertTrue(few.output().contains("and 1 more; --all lists them"), few.output());
    CommandRun all = CommandRun.of("diff-stats", older, newer, "--limit=1", "--all");
    assertTrue(all.output().contains("within\n"), all.output());
    assertFalse(all.output().contains("more;"), all.output());
    assertWrong("--limit: must be 1 or more", older, newer, "--limit=0");
  }

  @Test
  void showsScoresMadeWithOtherPromptSettings() throws IOException {
    ComprehensiveStatistics tern = cell("nests", "tern", 0.5, 0.02);
    String before = snapshot("five", List.of(tern), List.of());
    String after =
        snapshot("none", List.of(with(with(tern, "shots", 0), "prompt_settings", "a")), List.of());
    CommandRun run = CommandRun.of("diff-stats", before, after);
    assertTrue(run.output().contains("5 -> 0"), run.output());
    assertTrue(run.output().contains(tern.promptSettings().substring(0, 8) + " -> a"));
  }

  @Test
  void savesAllDifferencesAsJson() throws IOException {
    Path json = folder.resolve("changes.json");
    CommandRun.of("diff-stats", older, newer, "--limit=1", "--json=" + json);
    JsonNode saved = new ObjectMapper().readTree(json.toFile());
    assertEquals(statistics(older), saved.at("/older/statistics").textValue());
    assertEquals(2, saved.at("/statistics/scores").size());
    assertEquals(0.5, saved.at("/statistics/scores/0/change/difference").doubleValue());
    assertEquals("wren", saved.at("/statistics/models/added/0/modelName").textValue());
    assertEquals(3, saved.at("/leaderboard/ranks/0/older/rank").intValue());
    CommandRun.of("diff-stats", older, newer, "--json=" + json + "2");
    assertEquals(Files.readString(json), Files.readString(Path.of(json + "2")));
  }

  @Test
  void takesTablesAndPointersToo() {
    CommandRun tables = CommandRun.of("diff-stats", statistics(older), newer + "/statistics");
    assertLine(tables, "birds", "3", "3", "1", "1", "2");
    assertTrue(tables.output().contains("3 -> 1"), "finds the leaderboard beside the table");
    CommandRun pointers =
        CommandRun.of(
            "diff-stats", "--old=" + older + "/statistics/latest_helm.json", "--new=" + newer);
    assertEquals(tables.output(), pointers.output());
    CommandRun leaderboards = CommandRun.of("diff-stats", leaderboard(older), leaderboard(newer));
    assertLine(leaderboards, "added", "birds", "wren");
    assertFalse(leaderboards.output().contains("cells"), leaderboards.output());
  }

  @Test
  void saysThatRanksWereNotCompared() throws IOException {
    Files.delete(Path.of(leaderboard(newer)));
    CommandRun run = CommandRun.of("diff-stats", older, statistics(newer));
    assertTrue(run.output().contains("Ranks were not compared"), run.output());
    assertWrong("one is a leaderboard", leaderboard(older), statistics(newer));
  }

  @Test
  void saysWhatIsWrongWithFiles() throws IOException {
    assertWrong("--old: required");
    assertWrong("gone.parquet: no such file", folder + "/gone.parquet", newer);
    assertWrong("gone.json: no such file", folder + "/gone.json", newer);
    assertWrong("no latest_*.json there", folder.toString(), newer);
    assertWrong("no latest_lm.json there", older, newer, "--source=lm");
    Path text = Files.writeString(folder.resolve("text.parquet"), "birds and other animals");
    assertWrong("not a Parquet file", text.toString(), newer);
    Path json = Files.writeString(folder.resolve("other.json"), "[1]");
    assertWrong("not a latest_SOURCE.json", json.toString(), newer);
    Path empty = Files.writeString(folder.resolve("empty.json"), "{\"files\": []}");
    assertWrong("names no comprehensive_stats", empty.toString(), newer);
    Path bare = Files.writeString(folder.resolve("bare.json"), "{\"files\": [{}]}");
    assertWrong("not a latest_SOURCE.json", bare.toString(), newer);
  }

  @Test
  void refusesOtherTables() throws IOException {
    Path swapped = folder.resolve("swapped.parquet");
    table(Issue.class, List.of(), swapped);
    assertWrong("holds the table issues", swapped.toString(), newer);
    Files.delete(Path.of(statistics(older)));
    Files.copy(Path.of(leaderboard(older)), Path.of(statistics(older)));
    assertWrong("holds the table leaderboard, not comprehensive_stats", older, newer);
  }

  @Test
  void refusesRowsOutOfOrder() throws IOException {
    String wrong =
        snapshot(
            "wrong",
            List.of(cell("nests", "tern", 0.5, 0.02), cell("nests", "auk", 0.5, 0.02)),
            List.of());
    assertWrong("not in the order of their key", wrong, newer);
  }

  @Test
  void severalCollectionsNeedAChoice() throws IOException {
    Files.copy(
        Path.of(older, "statistics", "latest_helm.json"),
        Path.of(older, "statistics", "latest_other.json"));
    assertWrong("choose one with --source: latest_helm.json, latest_other.json", older, newer);
    CommandRun chosen = CommandRun.of("diff-stats", older, newer, "--source=helm");
    assertEquals(ExitCode.DONE, chosen.exitCode(), chosen.errors());
  }
}
