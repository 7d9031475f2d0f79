package io.evalbeam.pipelines.evaluation.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.evalbeam.io.evaluation.everyeval.StandardRules;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of Every Eval Ever that are written beside the tables. */
class InterchangeFilesTest {
  private static final String EXPORT = "every-eval-ever";

  @TempDir Path folder;
  private Path suite = Path.of("");

  @BeforeEach
  void writeRuns() throws IOException {
    suite = folder.resolve("runs/v1");
    HelmRunFixture.of("acme/tern-7b").trials(2).perturbed().write(suite);
    HelmRunFixture.of("acme/smew-1b").write(suite);
    HelmRunFixture.of("acme/auk-3b").subject("cliffs").write(suite);
  }

  private SortedMap<String, String> export(Path output) {
    CommandRun run =
        CommandRun.of(
            "ingest-evals",
            "--input=" + folder.resolve("runs"),
            "--benchmark=coast",
            "--also=" + EXPORT,
            "--asOf=2026-03-02",
            "--output=" + output);
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    SortedMap<String, String> files = new TreeMap<>(OutputTree.published(output));
    files.keySet().removeIf(path -> !path.startsWith(EXPORT + "/"));
    return files;
  }

  private static List<String> ofModel(SortedMap<String, String> files, String model) {
    return files.keySet().stream().filter(path -> path.contains("/" + model + "/")).toList();
  }

  @Test
  void everyRunIsAnAggregateWithSamplesThatKeepTheRules() throws IOException {
    Path output = folder.resolve("out");
    SortedMap<String, String> files = export(output);

    assertEquals(6, files.size());
    Path root = output.resolve(EXPORT);
    for (String file : files.keySet()) {
      if (file.endsWith(".json")) {
        assertEquals(List.of(), StandardRules.problems(root, output.resolve(file)), file);
      }
    }
    assertEquals(files, export(folder.resolve("again")), "the same runs, the same bytes");
    assertEquals(files, export(output), "unchanged runs keep their files");
  }

  @Test
  void filesOfReplacedAndRemovedRunsLeave() throws IOException {
    Path output = folder.resolve("out");
    SortedMap<String, String> before = export(output);
    HelmRunFixture.of("acme/smew-1b").instances(6).write(suite);
    String auk = HelmRunFixture.of("acme/auk-3b").subject("cliffs").name();
    BeamFiles.deleteTree(suite.resolve(auk).toString());

    SortedMap<String, String> after = export(output);

    assertEquals(4, after.size());
    assertEquals(List.of(), ofModel(after, "auk-3b"));
    assertEquals(2, ofModel(after, "smew-1b").size());
    assertNotEquals(ofModel(before, "smew-1b"), ofModel(after, "smew-1b"));
    assertEquals(ofModel(before, "tern-7b"), ofModel(after, "tern-7b"));
    assertEquals(after, export(folder.resolve("fresh")));
  }

  @Test
  void exportedRunsComeBackWithTheirScores() {
    Path output = folder.resolve("out");
    export(output);
    Path back = folder.resolve("back");
    CommandRun run =
        CommandRun.of(
            "ingest-evals",
            "--format=every-eval-ever",
            "--input=" + output.resolve(EXPORT),
            "--benchmark=coast",
            "--asOf=2026-03-02",
            "--output=" + back);

    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    List<Map<String, @Nullable String>> scores = scores(output);
    assertEquals(2 * 2 * 4 + 4 + 4, scores.size());
    assertEquals(scores, scores(back));
  }

  private static List<Map<String, @Nullable String>> scores(Path output) {
    return DuckDb.rows(
        "select model_name, task, instance_key, split, perturbation, trial, metric, score, output,"
            + " ground_truth from "
            + DuckDb.table(output.resolve("detail/*.parquet"))
            + " order by all");
  }
}
