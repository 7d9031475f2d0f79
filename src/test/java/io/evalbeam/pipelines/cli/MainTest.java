package io.evalbeam.pipelines.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void helpListsTheCommands() {
    CommandRun run = CommandRun.of("help");
    assertEquals(ExitCode.DONE, run.exitCode());
    assertTrue(run.output().contains("Usage: evalbeam COMMAND"));
  }

  @Test
  void anUnknownCommandPrintsUsageAndSuggests() {
    CommandRun run = CommandRun.of("hepl-me");
    assertEquals(ExitCode.WRONG_USAGE, run.exitCode());
    assertTrue(run.errors().contains("no command hepl-me"));
    assertTrue(run.output().contains("Usage:"));
  }
}
