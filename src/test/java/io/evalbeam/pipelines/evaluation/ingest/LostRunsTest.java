package io.evalbeam.pipelines.evaluation.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.IssueRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever looked like a run and is none counts as lost, however early that was noticed. */
class LostRunsTest {
  @TempDir Path folder;

  private CommandRun ingest(String... further) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "ingest-evals",
                "--input=" + folder.resolve("in"),
                "--benchmark=coast",
                "--maxIssueRatio=0",
                "--asOf=2026-03-02",
                "--output=" + folder.resolve("out")));
    arguments.addAll(List.of(further));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void aFolderOfResultsWithoutSpecification() throws IOException {
    HelmRunFixture.of("acme/tern-7b").write(folder.resolve("in/runs/v1"));
    Path nameless = HelmRunFixture.of("acme/auk-3b").write(folder.resolve("in/runs/v1"));
    Files.delete(nameless.resolve("run_spec.json"));

    CommandRun run = ingest();

    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode(), run.errors());
    assertTrue(run.errors().contains("1 of 2 runs were rejected"), run.errors());
    assertEquals(
        List.of("runs/v1/" + nameless.getFileName() + " RUN_UNIDENTIFIED rejected"),
        IssueRows.of(folder.resolve("out"), "ingest-evals/helm_coast"));
  }
}
