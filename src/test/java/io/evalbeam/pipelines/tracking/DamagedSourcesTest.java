package io.evalbeam.pipelines.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.IssueRows;
import io.evalbeam.testing.OutputTree;
import io.evalbeam.testing.PrintedTable;
import io.evalbeam.testing.RunnerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input costs no more than itself: every row read is kept, rejected or filtered. */
@RunnerTest
class DamagedSourcesTest {
  private static final String GOOD = "Model,Score\nAlbatross 7B,71.5\nBittern 70B,82.1\n";

  @TempDir Path folder;
  private final StringBuilder yaml = new StringBuilder("sources:\n");
  private Path output = Path.of("");

  @BeforeEach
  void chooseOutput() {
    output = folder.resolve("out");
  }

  private void source(String name, String format, String location) {
    yaml.append("- {name: %s, format: %s, location: '%s'".formatted(name, format, location));
    if (!format.equals("json_models") && !format.startsWith("manual")) {
      yaml.append(", columns: {model: Model}, benchmarks: {score: {column: Score, unit: percent}}");
    }
    yaml.append("}\n");
  }

  private void file(String name, String format, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".data"), text);
    source(name, format, name + ".data");
  }

  private Path sources() throws IOException {
    return Files.writeString(folder.resolve("sources.yaml"), yaml);
  }

  private CommandRun collect(String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "collect-models",
                "--sources=" + sources(),
                "--output=" + output,
                "--asOf=2026-01-01"));
    arguments.addAll(Arrays.asList(more));
    CommandRun run = CommandRun.job(arguments.toArray(String[]::new));
    assertFalse(run.errors().contains("\tat "), run.errors());
    return run;
  }

  private static void assertAddsUp(PrintedTable table) {
    for (String source : table.names()) {
      assertEquals(
          table.number(source, "rows"),
          table.number(source, "kept")
              + table.number(source, "rejected")
              + table.number(source, "filtered"),
          source);
    }
  }

  @Test
  void sourcesFailAloneAndNothingIsLost() throws IOException {
    file("good", "csv", GOOD);
    source("missing", "csv", "nowhere.csv");
    source("unmatched", "csv", "none-*.csv");
    Files.createDirectories(folder.resolve("directory"));
    source("directory", "csv", "directory");
    file("empty", "csv", "");
    file("header_only", "csv", "Model,Score\n");
    file("wrong_columns", "csv", "Name,Points\nAlbatross 7B,1\n");
    file("broken_html", "html_table", "<table><tr><th>Model<th>Score<tr><td>Crake 3B<td>5");
    file("no_table", "html_table", "<p>Moved");
    file("broken_json", "json_models", "{\"models\": [{\"name\": \"Dotterel 2B\"}, {\"name\": ");
    file("broken_yaml", "manual_yaml", "- model_name: [");
    Files.writeString(
        folder.resolve("numbers.csv"),
        "Model,Score,Votes\nA 1B,NaN,1\nB 1B,5,-5\nC 1B,Infinity,2\nD 1B,1e999,3\nE 1B,50,4\n");
    yaml.append(
        "- {name: numbers, format: csv, location: numbers.csv, benchmarks: {score: Score},"
            + " columns: {model: Model, attributes: {votes: Votes}}}\n");
    file("no_name", "csv", "Model,Score\n,5\n   ,6\nF 2B,7\n");
    byte[] garbage = new byte[50_000];
    new SplittableRandom(1).nextBytes(garbage);
    Files.write(folder.resolve("garbage.bin"), garbage);
    for (String format :
        List.of("csv", "html_table", "markdown_table", "json_models", "manual_yaml")) {
      source("garbage_" + format, format, "garbage.bin");
    }
    CommandRun run = collect();
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode(), run.errors());
    PrintedTable table = PrintedTable.of(run.output());
    assertAddsUp(table);
    assertEquals(19, table.names().size());
    assertEquals(2, table.number("good", "kept"));
    assertEquals(5, table.number("numbers", "kept"));
    assertEquals(1, table.number("no_name", "kept"));
    assertEquals(2, table.number("no_name", "rejected"));
    List<String> issues = IssueRows.of(output, "collect-models");
    for (String expected :
        List.of(
            "missing SOURCE_UNAVAILABLE rejected",
            "unmatched SOURCE_UNAVAILABLE rejected",
            "directory SOURCE_UNAVAILABLE rejected",
            "empty SOURCE_EMPTY rejected",
            "header_only SOURCE_EMPTY rejected",
            "wrong_columns COLUMN_MISSING rejected",
            "broken_json FORMAT_BROKEN rejected",
            "broken_yaml FORMAT_BROKEN rejected",
            "no_name NAME_MISSING rejected")) {
      assertTrue(issues.contains(expected), expected + " is not in " + issues);
    }
    for (String source : table.names()) {
      if (!source.equals("total") && table.number(source, "kept") == 0) {
        assertTrue(issues.stream().anyMatch(i -> i.startsWith(source + " ")), source);
      }
    }
    assertEquals(
        4, issues.stream().filter(i -> i.startsWith("numbers NUMBER_")).count(), issues.toString());
    assertEquals(
        List.of(Map.of("key", "score", "n", "2"), Map.of("key", "votes", "n", "4")),
        DuckDb.rows(
            "select lower(coalesce(benchmark, attribute)) as key, count(*) as n from "
                + DuckDb.table(output.resolve("observations/numbers.parquet"))
                + " group by all order by key"));
  }

  @Test
  void hostileNamesStayNames() throws IOException {
    String formula = "=cmd|' /C calc'!A0";
    String path = "../../x";
    file("names", "csv", "Model,Score\n\"%s\",10\n%s,20\nGadwall 9B,30\n".formatted(formula, path));
    CommandRun run = collect();
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    CommandRun estimated =
        CommandRun.job("estimate-flops", "--output=" + output, "--asOf=2026-01-01");
    assertEquals(ExitCode.DONE, estimated.exitCode(), estimated.errors());
    List<String> names = new ArrayList<>();
    DuckDb.rows(
            "select distinct raw_name from "
                + DuckDb.table(output.resolve("observations/names.parquet")))
        .forEach(row -> names.add(String.valueOf(row.get("raw_name"))));
    assertTrue(names.containsAll(List.of(formula, path)), names.toString());
    JsonNode models =
        new ObjectMapper().readTree(output.resolve("scraped/names_models.json").toFile());
    assertTrue(models.toString().contains(formula.replace("\\", "\\\\")), models.toString());
    for (Path file : OutputTree.files(folder)) {
      String inside = folder.relativize(file).toString();
      assertTrue(
          inside.startsWith("out/") || inside.equals("sources.yaml") || inside.equals("names.data"),
          inside);
    }
    assertFalse(Files.exists(folder.resolve("x")));
  }

  @Test
  void rejectedRowsBeyondTheLimitEndTheRunWithThree() throws IOException {
    file("half", "csv", "Model,Score\nA 1B,5\n,6\n");
    CommandRun run = collect();
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode());
    assertTrue(run.errors().contains("1 of 2 rows were rejected"), run.errors());
    assertEquals(ExitCode.DONE, collect("--maxIssueRatio=0.5").exitCode());
  }

  @Test
  void brokenModelFilesAreIssuesOfTheEstimate() throws IOException {
    file("good", "csv", GOOD);
    assertEquals(ExitCode.DONE, collect().exitCode());
    Path scraped = output.resolve("scraped");
    Files.writeString(
        scraped.resolve("cut_models.json"), "{\"models\": [{\"name\": \"A 1B\"}, {\"na");
    Files.writeString(scraped.resolve("empty_models.json"), "");
    Files.writeString(
        scraped.resolve("odd_models.json"), "{\"models\": [7, {\"developer\": \"x\"}]}");
    Files.createDirectories(scraped.resolve("folder_models.json"));
    CommandRun run = CommandRun.job("estimate-flops", "--output=" + output, "--asOf=2026-01-01");
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode(), run.errors());
    assertFalse(run.errors().contains("\tat "), run.errors());
    assertTrue(run.output().contains("6 rows of 4 sources, 3 linked, 3 rejected"), run.output());
    List<String> issues = IssueRows.of(output, "estimate-flops");
    assertTrue(issues.contains("cut FORMAT_BROKEN rejected"), issues.toString());
    assertTrue(issues.stream().anyMatch(i -> i.startsWith("empty ")), issues.toString());
    assertEquals(2, issues.stream().filter(i -> i.startsWith("odd ")).count(), issues.toString());
  }

  @Test
  void pathsWithPatternCharactersAreLiteral() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("odd [1] {a,b} dir"));
    Files.writeString(odd.resolve("good.csv"), GOOD);
    source("good", "csv", "good.csv");
    Path sources = Files.writeString(odd.resolve("sources.yaml"), yaml);
    output = odd.resolve("out");
    CommandRun run =
        CommandRun.job(
            "collect-models", "--sources=" + sources, "--output=" + output, "--asOf=2026-01-01");
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertEquals(2, PrintedTable.of(run.output()).number("total", "kept"));
    assertFalse(Files.exists(output.resolve("_evalbeam/staging/collect-models")));
    CommandRun estimated =
        CommandRun.job("estimate-flops", "--output=" + output, "--asOf=2026-01-01");
    assertEquals(ExitCode.DONE, estimated.exitCode(), estimated.errors());
  }

  @Test
  void aRunThatCannotWriteSaysWhy() throws IOException {
    file("good", "csv", GOOD);
    Path state = Files.createDirectories(output.resolve("_evalbeam"));
    Files.writeString(state.resolve("staging"), "a file where a folder must be");
    CommandRun run = collect();
    assertEquals(ExitCode.FAILED, run.exitCode());
    assertTrue(run.errors().contains("staging"), run.errors());
    assertTrue(run.errors().lines().count() < 10, run.errors());
    assertEquals(Map.of(), OutputTree.published(output));
  }
}
