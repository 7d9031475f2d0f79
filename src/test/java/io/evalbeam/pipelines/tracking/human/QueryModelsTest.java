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

class QueryModelsTest {
  @TempDir Path output;

  @BeforeEach
  void publish() throws IOException {
    Estimates.publish(
        output,
        List.of(
            model("heron", "Aviary", 2e26),
            model("=tern()", "Aviary", 2e25),
            model("gull", "Seaside", 9e24),
            model("auk", "Seaside", null)));
  }

  private CommandRun query(String... more) {
    List<String> arguments = new ArrayList<>(List.of("query-models", "--output=" + output));
    arguments.add("--asOf=2026-02-03");
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void printsATableAndSavesIt() throws IOException {
    CommandRun run = query("--aboveThreshold", "--top=1");
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertTrue(run.output().contains("1 of 2 matching models, 4 in all"), run.output());
    Path saved = output.resolve("query_results/min-1e25_top-1_2026-02-03.csv");
    assertTrue(Files.readString(saved).contains("\nheron,Aviary,"));
    assertTrue(run.errors().contains("Saved as " + saved), run.errors());
  }

  @Test
  void filtersByDeveloperNameAndConfidence() {
    assertTrue(query("--developer=seaside").output().contains("2 of 2 matching models"));
    assertTrue(query("--name=ER").output().contains("2 of 2 matching models"));
    assertTrue(query("--minParameters=1e12").output().contains("0 of 0 matching models"));
    assertTrue(query("--confidence=medium").output().contains("4 of 4 matching models"));
    assertTrue(query("--thresholdClass=not-sure").output().contains("3 of 3 matching models"));
  }

  @Test
  void printsCsvWithoutFormulasAndNothingElse() {
    CommandRun run = query("--format=csv", "--sort=name");
    assertTrue(run.output().startsWith("model,developer,"), run.output());
    assertTrue(run.output().contains("\n'=tern(),Aviary"), run.output());
    assertEquals(5, run.output().lines().count());
  }

  @Test
  void printsJson() {
    CommandRun run = query("--format=json", "--name=auk", "--save=false");
    assertTrue(run.output().startsWith("[ {"), run.output());
    assertTrue(run.output().contains("\"training_flop\" : null"), run.output());
    assertFalse(Files.exists(output.resolve("query_results")));
  }

  @Test
  void refusesWhatMakesNoSense() {
    CommandRun run = query("--top=0", "--aboveThreshold", "--minFlop=1e24");
    assertEquals(ExitCode.WRONG_USAGE, run.exitCode());
    assertTrue(run.errors().contains("--top: must be at least 1"), run.errors());
    assertTrue(run.errors().contains("--aboveThreshold, --minFlop"), run.errors());
  }
}
