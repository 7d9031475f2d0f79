package io.evalbeam.pipelines.tracking.human;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncPublishedTest {
  private static final String STAGING =
      "model,developer,training_flop,reasoning\n"
          + "heron_2,Aviary,2.00e+26,counted\n"
          + "tern,Aviary,2.00e+25,counted\n";
  private static final String PUBLISHED =
      "Model,Organization,Training compute (FLOP),Training compute notes\n"
          + "Heron 2,Aviary,1e26,\n";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("staging.csv"), STAGING);
    Files.writeString(folder.resolve("published.csv"), PUBLISHED);
    Files.writeString(folder.resolve("names.yaml"), "heron_2: \"Heron 2\"\ntern: \"Tern\"\n");
  }

  private CommandRun sync(String... more) {
    List<String> arguments = new ArrayList<>(List.of("sync-published", "--asOf=2026-02-03"));
    arguments.add("--staging=" + folder.resolve("staging.csv"));
    arguments.add("--published=" + folder.resolve("published.csv"));
    arguments.add("--names=" + folder.resolve("names.yaml"));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private String published() throws IOException {
    return Files.readString(folder.resolve("published.csv"));
  }

  @Test
  void withoutApplyOnlyThePlanIsPrinted() throws IOException {
    Map<String, String> before = OutputTree.contents(folder);
    CommandRun run = sync();
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertTrue(
        run.output().contains("1 rows to add, 1 gaps to fill, 1 values that differ"), run.output());
    assertTrue(run.output().contains("Nothing was written"), run.output());
    assertEquals(before, OutputTree.contents(folder));
  }

  @Test
  void applyAddsAndFillsButReplacesNothingAndKeepsThePreviousFile() throws IOException {
    CommandRun run = sync("--apply");
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertTrue(published().contains("Heron 2,Aviary,1e26,counted"), published());
    assertTrue(published().contains("Tern,Aviary,2.00e+25,counted"), published());
    assertTrue(run.output().contains("--overwrite replaces them"), run.output());
    assertTrue(OutputTree.contents(folder).containsValue(PUBLISHED));

    assertTrue(sync("--apply").output().contains("Nothing to write"));
    sync("--apply", "--overwrite");
    assertTrue(published().contains("Heron 2,Aviary,2.00e+26,counted"), published());
  }

  @Test
  void theOtherDirectionFillsTheStagingTable() throws IOException {
    Files.writeString(folder.resolve("published.csv"), PUBLISHED + "Tern,Aviary,2e25,measured\n");
    Files.writeString(folder.resolve("staging.csv"), STAGING.replace("e+25,counted", "e+25,"));
    sync("--direction=to_staging", "--apply");
    String staging = Files.readString(folder.resolve("staging.csv"));
    assertTrue(staging.contains("tern,Aviary,2.00e+25,measured"), staging);
    assertTrue(staging.contains("heron_2,Aviary,2.00e+26,counted"), staging);
  }

  @Test
  void namesWithoutAMappingBlock() throws IOException {
    Files.writeString(folder.resolve("names.yaml"), "heron_2: \"Heron 2\"\n");
    CommandRun run = sync("--apply");
    assertEquals(ExitCode.WRONG_USAGE, run.exitCode());
    assertTrue(run.errors().contains("names without a mapping"), run.errors());
    assertEquals(PUBLISHED, published());
    sync("--apply", "--acceptSuggestions");
    assertTrue(published().contains("\nTern,"), published());
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    Files.writeString(folder.resolve("published.csv"), PUBLISHED + "only one cell\n");
    CommandRun run = sync("--apply");
    assertEquals(ExitCode.WRONG_USAGE, run.exitCode());
    assertTrue(run.errors().contains("published.csv: record 3"), run.errors());
    Files.writeString(folder.resolve("names.yaml"), "a: A\na: B\n");
    assertTrue(sync().errors().contains("a is repeated"));
    assertTrue(sync("--overwrite").errors().contains("--overwrite: needs --apply"));
    assertTrue(CommandRun.of("sync-published").errors().contains("--names: required"));
  }
}
