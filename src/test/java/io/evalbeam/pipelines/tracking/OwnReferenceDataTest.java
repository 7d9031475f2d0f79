package io.evalbeam.pipelines.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own reference files change names and developers, and are checked before a run. */
class OwnReferenceDataTest {
  @TempDir Path folder;

  @BeforeEach
  void writeSources() throws IOException {
    Files.writeString(
        folder.resolve("sources.yaml"),
        """
        sources:
          - name: board
            format: csv
            location: board.csv
            columns: {model: Model, developer: Lab}
            benchmarks: {board_elo: {column: Elo, unit: elo}}
        """);
    Files.writeString(
        folder.resolve("board.csv"),
        "Model,Lab,Elo\nWader 7B,Fjord,1000\nWader 7B,Fjord AI,1010\n");
  }

  private CommandRun track(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "track-models",
                "--sources=" + folder.resolve("sources.yaml"),
                "--output=" + folder.resolve("out"),
                "--asOf=2026-01-01"));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private List<Map<String, @Nullable String>> developers() {
    return DuckDb.rows(
        "SELECT developer FROM "
            + DuckDb.table(folder.resolve("out/estimated/models.parquet"))
            + " ORDER BY developer");
  }

  @Test
  void anAliasUnitesSpellingsAndCollectsAgain() throws IOException {
    assertEquals(ExitCode.DONE, track().exitCode());
    assertEquals(2, developers().size());

    Path own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(
        own.resolve("developers.yaml"),
        """
        version: 1
        not_stated: [unknown]
        developers:
          - {id: fjord, name: Fjord AI, aliases: [Fjord], country: Norway, source: "https://fjord.example"}
        """);
    CommandRun run = track("--referenceData=" + own);
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertEquals(List.of(Map.of("developer", "Fjord AI")), developers());
  }

  @Test
  void aBrokenFileStopsTheRunBeforeItStarts() throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(own.resolve("developers.yaml"), "developers: 7\n");
    CommandRun run = track("--referenceData=" + own);
    assertEquals(ExitCode.WRONG_USAGE, run.exitCode());
    assertTrue(run.errors().contains("developers.yaml"), run.errors());
    assertTrue(Files.notExists(folder.resolve("out")), "nothing was written");
  }
}
