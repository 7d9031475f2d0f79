package io.evalbeam.bench.generate.helm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteHelmRunsTest {
  private static final long BYTES = 1_000_000;

  /** Eight files of HELM. */
  private static final int FILES_PER_RUN = 8;

  @TempDir Path folder;

  @Test
  void ingestionFindsWhatWasPutIn() throws IOException {
    Path input = folder.resolve("input");
    Path output = folder.resolve("output");
    List<RunTruth> truth = WriteHelmRuns.write(HelmPlan.ofBytes(BYTES, 7), input, 2);

    CommandRun run =
        CommandRun.of("ingest-evals", "--input=" + input, "--benchmark=mmlu", "--output=" + output);

    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertEquals(
        List.of(Map.of("issues", "0")),
        DuckDb.rows(
            "select count(*)::varchar as issues from "
                + DuckDb.table(output.resolve("issues/ingest-evals/helm_mmlu/issues.parquet"))));
    assertEquals(
        List.of(Map.of("verified", "true")),
        DuckDb.rows(
            "select bool_and(verified)::varchar as verified from "
                + DuckDb.table(output.resolve("runs/helm_mmlu/runs.parquet"))));
    assertEquals(
        truth.stream()
            .sorted(Comparator.comparing(RunTruth::runName).thenComparing(RunTruth::split))
            .toList(),
        found(output));
  }

  @Test
  void bytesFollowFromSizeAndSeedAlone() throws IOException {
    HelmPlan plan = HelmPlan.ofBytes(BYTES, 7);
    WriteHelmRuns.write(plan, folder.resolve("one"), 1);
    WriteHelmRuns.write(plan, folder.resolve("two"), 2);
    WriteHelmRuns.write(HelmPlan.ofBytes(BYTES, 8), folder.resolve("other"), 2);

    SortedMap<String, String> one = OutputTree.published(folder.resolve("one"));

    assertEquals(plan.runs() * FILES_PER_RUN, one.size());
    assertEquals(one, OutputTree.published(folder.resolve("two")));
    assertNotEquals(one, OutputTree.published(folder.resolve("other")));
  }

  @Test
  void sizeIsAboutWhatWasAskedFor() throws IOException {
    WriteHelmRuns.write(HelmPlan.ofBytes(4 * BYTES, 7), folder.resolve("several"), 2);
    WriteHelmRuns.write(HelmPlan.ofOneRun(4 * BYTES, 7), folder.resolve("one"), 2);

    for (String name : List.of("several", "one")) {
      long bytes = 0;
      for (Path file : OutputTree.files(folder.resolve(name))) {
        bytes += Files.size(file);
      }
      assertTrue(Math.abs(bytes - 4.0 * BYTES) < 0.1 * 4 * BYTES, name + " has bytes: " + bytes);
    }
  }

  private static List<RunTruth> found(Path output) {
    return DuckDb.rows(
            "select run_name, split, count(*) as responses, sum(score)::bigint as right,"
                + " sum(round(runtime_seconds * 1e9)::bigint)::bigint as nanos,"
                + " sum(prompt_tokens)::bigint as tokens from "
                + DuckDb.table(output.resolve("detail/*.parquet"))
                + " group by run_name, split order by run_name, split")
        .stream()
        .map(
            row ->
                new RunTruth(
                    text(row, "run_name"),
                    text(row, "split"),
                    Long.parseLong(text(row, "responses")),
                    Long.parseLong(text(row, "right")),
                    Long.parseLong(text(row, "nanos")),
                    Long.parseLong(text(row, "tokens"))))
        .toList();
  }

  private static String text(Map<String, @Nullable String> row, String column) {
    return Objects.requireNonNull(row.get(column));
  }
}
