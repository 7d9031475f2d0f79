package io.evalbeam.pipelines.tracking.curation;

import static io.evalbeam.testing.Estimates.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.Publication;
import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.schemas.tracking.CuratedModel;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.Estimates;
import io.evalbeam.testing.OutputTree;
import io.evalbeam.testing.RunnerTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RunnerTest
class CurateModelsTest {
  private static final List<TrackedModel> MODELS =
      List.of(
          model("heron", "Aviary", 2e26),
          model("tern", "Aviary", 2e25),
          model("auk", "Aviary", null),
          model("=skua()", "Aviary", 9e25),
          model("wren_7b", "Nest Labs", 3e22));

  @TempDir Path output;

  @BeforeEach
  void publishEstimates() throws IOException {
    Estimates.publish(output, MODELS);
  }

  private CommandRun curate(String... more) {
    List<String> arguments = new ArrayList<>(List.of("curate-models", "--output=" + output));
    arguments.add("--asOf=2026-02-03");
    arguments.addAll(List.of(more));
    return CommandRun.job(arguments.toArray(String[]::new));
  }

  private void curated(String... more) {
    CommandRun run = curate(more);
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
  }

  private Path file(String name) {
    return output.resolve("curated").resolve(name);
  }

  private String above() throws IOException {
    return Files.readString(file("above_1e25_flop.csv"));
  }

  private String below() throws IOException {
    return Files.readString(file("below_1e25_flop.csv"));
  }

  private void edit(String from, String to) throws IOException {
    String text = above();
    assertTrue(text.contains(from), text);
    Files.writeString(file("above_1e25_flop.csv"), text.replace(from, to));
  }

  private static void assertLine(CommandRun run, String pattern) {
    assertTrue(run.output().lines().anyMatch(line -> line.matches(pattern)), run.output());
  }

  private <T> List<T> rows(Class<T> type, String path) throws IOException {
    List<T> rows = new ArrayList<>();
    try (TableFileReader<T> reader =
        new TableFileReader<>(Table.of(type), output.resolve(path).toString())) {
      for (T row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private List<Issue> issues() throws IOException {
    return rows(Issue.class, "issues/curate-models/issues.parquet");
  }

  private Manifest manifest() throws IOException {
    return Publication.read(output.toString(), "curate-models").orElseThrow();
  }

  @Test
  void writesBothTablesAsCsvAndParquet() throws IOException {
    CommandRun run = curate();
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertEquals(
        List.of("heron", "'=skua()", "tern", "auk"),
        above().lines().skip(1).map(line -> line.substring(0, line.indexOf(','))).toList());
    assertTrue(below().contains("wren_7b,Nest Labs,2025-05-06,70000000000.0,stated,3.00e+22"));
    List<CuratedModel> parquet = rows(CuratedModel.class, "curated/curated_models.parquet");
    assertEquals(5, parquet.size());
    assertEquals("heron", parquet.get(0).model());
    assertEquals(2e26, parquet.get(0).trainingFlop());
    assertLine(run, "added +5");
    assertEquals(5, manifest().total("models_by_class"));
    assertEquals(5, manifest().total("table_rows"));
    assertFalse(Files.exists(file("history")));
  }

  @Test
  void aSecondRunOnTheSameInputChangesNoByte() throws IOException {
    curated();
    Map<String, String> before = OutputTree.contents(output);
    CommandRun run = curate();
    assertTrue(run.output().contains("Nothing changed since the last run"), run.output());
    assertEquals(before, OutputTree.contents(output));
  }

  @Test
  void aRefreshWithoutNewEvidenceChangesNoTable() throws IOException {
    curated();
    String above = above();
    String below = below();
    Files.writeString(file("decisions.jsonl"), "\n");
    CommandRun run = curate();
    assertFalse(run.output().contains("Nothing changed"), run.output());
    assertLine(run, "unchanged +5");
    assertEquals(above, above());
    assertEquals(below, below());
    assertFalse(Files.exists(file("history")));
  }

  @Test
  void verifiedCellsSurviveWhateverTheEstimatesSay() throws IOException {
    curated();
    String typed = "Tern,Aviary ,,about 7e10,a card,2.1E25,sure,,,,mine,\"a, b\",x,Y,,,note";
    String line = above().lines().filter(row -> row.startsWith("tern,")).findFirst().orElseThrow();
    edit(line, typed);
    Estimates.publish(output, List.of(model("tern", "Aviary", 1e21), MODELS.get(0)));
    curated();
    assertTrue(above().contains("\n" + typed + ",\n"), above());
    assertFalse(below().contains("\nTern"), below());
    assertEquals(
        List.of(IssueCode.VERIFICATION_STALE), issues().stream().map(Issue::code).toList());
    assertTrue(above().contains("2026-02-03"), "vanished models are marked: " + above());
  }

  @Test
  void theFilesOfAPersonGoToTheHistoryByteForByte() throws IOException {
    curated();
    edit("heron,", "heron\u00e9,");
    String edited = above().replace("\n", "\r\n");
    Files.writeString(file("above_1e25_flop.csv"), edited);
    String below = below();
    curated();
    List<String> history =
        manifest().files().stream()
            .map(Manifest.Output::path)
            .filter(path -> path.startsWith("curated/history/"))
            .toList();
    assertEquals(2, history.size());
    assertTrue(history.get(0).matches("curated/history/[0-9a-f]{12}/above_1e25_flop.csv"));
    assertEquals(edited, Files.readString(output.resolve(history.get(0))));
    assertEquals(below, Files.readString(output.resolve(history.get(1))));

    Estimates.publish(output, MODELS.subList(0, 3));
    curated();
    assertEquals(edited, Files.readString(output.resolve(history.get(0))), "history stays");
    assertEquals(4, manifest().files().stream().filter(f -> f.path().contains("history")).count());
  }

  @Test
  void brokenTablesStopTheRunBeforeAnythingChanges() throws IOException {
    curated();
    Files.writeString(file("above_1e25_flop.csv"), "model,notes\nheron,x,too many\n");
    Files.writeString(file("below_1e25_flop.csv"), "name,notes\nwren,x\n");
    Estimates.publish(output, MODELS.subList(0, 2));
    Map<String, String> before = OutputTree.contents(output);
    CommandRun run = curate();
    assertEquals(ExitCode.WRONG_USAGE, run.exitCode());
    assertTrue(run.errors().contains("above_1e25_flop.csv: record 2, which ends on line 2"));
    assertTrue(run.errors().contains("below_1e25_flop.csv: line 1: there is no column model"));
    assertEquals(before, OutputTree.contents(output));

    Files.write(file("above_1e25_flop.csv"), new byte[] {'P', 'K', 3, 4, (byte) 0xff, 0});
    assertTrue(curate().errors().contains("above_1e25_flop.csv: the file is not UTF-8"));
  }

  @Test
  void decisionsAreAppliedAndBadLinesReported() throws IOException {
    curated();
    String decision =
        "{\"id\":\"1\",\"model\":\"tern\",\"developer\":\"Aviary\",\"field\":\"verified\","
            + "\"value\":\"reject\",\"who\":\"ann\",\"when\":\"2026-02-01T00:00:00Z\","
            + "\"reason\":\"half the tokens\"}\n";
    String stray = decision.replace("\"1\"", "\"2\"").replace("tern", "dodo");
    Files.writeString(file("decisions.jsonl"), decision + stray + "not json\n");
    CommandRun run = curate("--maxIssueRatio=0.5");
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertFalse(above().contains("\ntern"));
    String row = below().lines().filter(line -> line.startsWith("tern,")).findFirst().orElseThrow();
    assertTrue(row.contains(",y,") && row.contains("half the tokens"), row);
    assertEquals(
        List.of(IssueCode.FORMAT_BROKEN, IssueCode.DECISION_UNMATCHED),
        issues().stream().map(Issue::code).sorted().toList());
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, curate().exitCode());
  }

  @Test
  void resetStartsAfreshAndKeepsTheOldTablesInTheHistory() throws IOException {
    curated();
    Files.write(file("above_1e25_flop.csv"), "broken\"".getBytes(StandardCharsets.UTF_8));
    curated("--reset");
    assertTrue(above().contains("heron,Aviary"));
    assertEquals(
        1,
        OutputTree.contents(output).entrySet().stream()
            .filter(file -> file.getKey().startsWith("curated/history/"))
            .filter(file -> file.getValue().equals("broken\""))
            .count());
  }

  @Test
  void anotherThresholdHasTablesOfItsOwn() throws IOException {
    curated();
    Map<String, String> before = OutputTree.contents(output.resolve("curated"));
    Estimates.publish(output, List.of(model("heron", "Aviary", 2e26, 1e26)));
    curated();
    assertTrue(Files.readString(file("above_1e26_flop.csv")).contains("heron"));
    assertEquals(before.get("above_1e25_flop.csv"), above());
    assertEquals(before.get("below_1e25_flop.csv"), below());
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    CommandRun nothing =
        CommandRun.job("curate-models", "--output=" + output.resolve("empty"), "--staleFold=2");
    assertEquals(ExitCode.WRONG_USAGE, nothing.exitCode());
    assertTrue(nothing.errors().contains("run estimate-flops first"), nothing.errors());
    assertTrue(curate("--staleFold=0.5").errors().contains("--staleFold: must be at least 1"));
    Estimates.publish(output, List.of());
    assertTrue(curate().errors().contains("the estimates hold no model"));
  }

  @Test
  void theTrackerPolicyRefreshesByItsOwnRules() throws IOException {
    curated("--policy=tracker");
    assertTrue(above().contains("heron,Aviary,2025-05-06,70000000000.0,stated,2.00e+26"));
    edit("2.00e+26", "1.5e+26");
    edit("2.00e+25", "1.5e+26");
    Files.writeString(file("decisions.jsonl"), "");
    CommandRun run = curate("--policy=tracker");
    assertTrue(run.output().contains("above table 4 rows, 0 verified"), run.output());
    assertTrue(run.output().contains("in estimates 5, in tables 5, missing 0, extra 0"));
    assertFalse(above().contains("1.5e+26"));
  }
}
