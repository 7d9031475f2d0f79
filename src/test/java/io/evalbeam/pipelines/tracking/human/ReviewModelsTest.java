package io.evalbeam.pipelines.tracking.human;

import static io.evalbeam.testing.Estimates.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.Estimates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewModelsTest {
  @TempDir Path output;

  @BeforeEach
  void curate() throws IOException {
    Estimates.publish(
        output,
        List.of(
            model("heron", "Aviary", 2e26),
            model("tern", "Aviary", 2e25),
            model("gull", "Aviary", 1.5e25),
            model("gull", "Seaside", 1.4e25),
            model("wren", "Aviary", 1e21)));
    refresh();
  }

  private void refresh() {
    CommandRun run = CommandRun.of("curate-models", "--output=" + output, "--asOf=2026-02-03");
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
  }

  private String[] arguments(String... more) {
    List<String> arguments = new ArrayList<>(List.of("review-models", "--output=" + output));
    arguments.addAll(List.of("--asOf=2026-02-03", "--reviewer=ann"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private CommandRun review(String... more) {
    return CommandRun.of(arguments(more));
  }

  private List<String> decisions() throws IOException {
    return Files.readAllLines(output.resolve("curated/decisions.jsonl"));
  }

  private String table(String name) throws IOException {
    return Files.readString(output.resolve("curated/" + name + "_1e25_flop.csv"));
  }

  private static String row(String table, String name) {
    return table.lines().filter(line -> line.startsWith(name + ",")).findFirst().orElse("");
  }

  @Test
  void listsWhatNobodyReviewed() {
    CommandRun run = review();
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertTrue(run.output().contains("[1 of 4] heron (Aviary)"), run.output());
    assertTrue(run.output().contains("90 % interval 6.32e+25 to 6.32e+26"), run.output());
    assertTrue(run.output().contains("reasoning: six times parameters times tokens"));
    assertTrue(run.output().contains("source: https://zoo.example (Zoo)"));
    assertFalse(run.output().contains("wren"));
  }

  @Test
  void acceptsAndRejectsByNameAndTheRefreshApplies() throws IOException {
    review("--accept=Heron", "--note=see the card", "--reason=stated");
    review("--reject=tern", "--reason=half the tokens");
    assertEquals(3, decisions().size());
    assertTrue(decisions().get(0).contains("\"who\":\"ann\",\"when\":\"2026-02-03T00:00:00Z\""));
    assertTrue(review().output().contains("2 candidates wait"));
    refresh();
    assertTrue(row(table("above"), "heron").contains(",y,"));
    assertTrue(row(table("above"), "heron").contains("see the card"));
    assertTrue(row(table("below"), "tern").contains("half the tokens"));
    assertTrue(review().output().contains("2 candidates wait"));
  }

  @Test
  void theSameDecisionTwiceIsRecordedOnce() throws IOException {
    review("--accept=heron");
    CommandRun again = review("--accept=heron");
    assertTrue(again.output().contains("Nothing new"), again.output());
    assertEquals(1, decisions().size());
  }

  @Test
  void aLineThatACrashCutIsClosedFirst() throws IOException {
    Path file = output.resolve("curated/decisions.jsonl");
    Files.writeString(file, "{\"id\":\"1\",\"mod");
    CommandRun run = review("--model=heron", "--note=look again");
    assertTrue(run.errors().contains("lines that are no decisions: 1"), run.errors());
    assertEquals("{\"id\":\"1\",\"mod", decisions().get(0));
    assertTrue(decisions().get(1).contains("look again"));
  }

  @Test
  void aPersonAnswersAtTheTerminal() throws IOException {
    CommandRun run = CommandRun.typing("note odd score\ny\nn\nno chips\nq\n", arguments());
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertTrue(run.output().contains("[2 of 4] tern (Aviary)"), run.output());
    assertTrue(run.output().contains("3 decisions recorded"), run.output());
    assertTrue(run.output().contains("2 candidates left"), run.output());
    assertEquals(3, decisions().size());
    assertTrue(decisions().get(2).contains("\"reason\":\"no chips\""));
    refresh();
    assertTrue(row(table("above"), "heron").contains("odd score"));
    assertTrue(row(table("below"), "tern").contains("no chips"));
  }

  @Test
  void theEndOfInputLosesNoAnswer() throws IOException {
    CommandRun run = CommandRun.typing("y\n", arguments());
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertEquals(1, decisions().size());
  }

  @Test
  void listingAsksNothing() {
    CommandRun run = CommandRun.typing("y\n", arguments("--list"));
    assertTrue(run.output().contains("4 candidates wait"));
    assertFalse(Files.exists(output.resolve("curated/decisions.jsonl")));
  }

  @Test
  void asksForTheDeveloperWhereTheNameIsShared() throws IOException {
    CommandRun run = review("--accept=gull");
    assertEquals(ExitCode.WRONG_USAGE, run.exitCode());
    assertTrue(run.errors().contains("add --developer"), run.errors());
    assertTrue(run.errors().contains("gull of Seaside"), run.errors());
    assertEquals(ExitCode.DONE, review("--accept=gull", "--developer=seaside").exitCode());
    assertTrue(decisions().get(0).contains("\"developer\":\"Seaside\""));
  }

  @Test
  void listsAllThatIsWrongWithTheOptions() {
    CommandRun run = review("--accept=a", "--reject=b", "--reviewer= ");
    assertTrue(run.errors().contains("given more than once"), run.errors());
    CommandRun two =
        CommandRun.of("review-models", "--accept=a", "--reject=b", "--reviewer= ", "--output=x");
    assertEquals(ExitCode.WRONG_USAGE, two.exitCode());
    assertTrue(two.errors().contains("name one model at a time"), two.errors());
    assertTrue(two.errors().contains("--reviewer: must not be blank"), two.errors());
    assertTrue(review("--note=x").errors().contains("--note: name the model"));
    assertTrue(review("--model=heron").errors().contains("--model: needs --note"));
    assertTrue(review("--reason=x").errors().contains("--reason: needs"));
    assertTrue(review("--accept=dodo").errors().contains("no row of the curated tables"));
  }

  @Test
  void needsCuratedTables() throws IOException {
    Path fresh = output.resolve("fresh");
    Estimates.publish(fresh, List.of(model("heron", "Aviary", 2e26)));
    CommandRun run = CommandRun.of("review-models", "--output=" + fresh);
    assertEquals(ExitCode.WRONG_USAGE, run.exitCode());
    assertTrue(run.errors().contains("run curate-models first"), run.errors());
  }
}
