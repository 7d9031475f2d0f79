package io.evalbeam.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.bench.generate.helm.HelmPlan;
import io.evalbeam.bench.generate.helm.WriteHelmRuns;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.DuckDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeersTest {
  /** What both extractions must say alike; identifiers and hashes are each program's own. */
  private static final String COLUMNS =
      """
      source, suite, benchmark, run_name, scenario, task, dataset_name, subject, groups, model_name, model_deployment,
      adapter_method, shots, temperature, max_tokens, trials, instance_id, instance_key, split, sub_split, perturbation,
      robustness, fairness, trial, raw_input, "references", ground_truth, ground_truth_letter, output, mapped_output,
      text_status, metric, score, lower_is_better, list_sort(map_entries(metrics)) as metrics, prompt_tokens, output_tokens,
      runtime_seconds, finish_reason, prompt_truncated, correct, evaluated_at
      """;

  @TempDir Path folder;

  @Test
  void duckDbExtractsTheRowsOfTheDetailTable() throws Exception {
    Path input = folder.resolve("input");
    Path output = folder.resolve("output");
    Path peer = folder.resolve("peer.parquet");
    HelmPlan plan = HelmPlan.ofBytes(1_000_000, 5);
    WriteHelmRuns.write(plan, input, 2);
    CommandRun run =
        CommandRun.of("ingest-evals", "--input=" + input, "--benchmark=mmlu", "--output=" + output);
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());

    DuckDbScript.run(DuckDbScript.INGEST, input.resolve("runs"), peer);

    String own = "select " + COLUMNS + " from " + DuckDb.table(output.resolve("detail/*.parquet"));
    String other = "select " + COLUMNS + " from " + DuckDb.table(peer);
    assertEquals(List.of(), DuckDb.rows(own + " except all " + other));
    assertEquals(
        List.of(Map.of("row_count", Long.toString(plan.requests()))),
        DuckDb.rows("select count(*) as row_count from (" + other + ")"));
  }

  @Test
  void everyTokenOfFilesThatAreReadIsCounted() throws Exception {
    Path run = Files.createDirectories(folder.resolve("suite/run"));
    Files.writeString(run.resolve("stats.json"), "[{\"mean\": 1.5}, \"gull\"]");
    Files.writeString(run.resolve("instances.json"), "[]");
    Files.writeString(run.resolve("display_requests.json"), "[1, 2, 3]");

    assertEquals(7 + 2, TokenScan.scan(folder));
  }
}
