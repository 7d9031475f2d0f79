package io.evalbeam.pipelines.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.HelmRunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The receipt connects inputs, by their hashes, with outputs. */
class LineageTest {
  @TempDir Path folder;

  @Test
  void everyPartNamesItsRunsAndStatisticsNameTheirShards() throws IOException {
    Path suite = folder.resolve("in/v1.0.0");
    HelmRunFixture.of("coastal/tern").write(suite);
    HelmRunFixture.of("coastal/gull").write(suite);
    JsonNode ingested =
        run(
            "ingest-evals",
            "--benchmark=coast",
            "--partBytes=1",
            "--input=" + folder.resolve("in"));
    Set<String> runs = new HashSet<>();
    Set<String> shards = new HashSet<>();
    for (JsonNode derived : ingested.path("lineage")) {
      assertEquals(1, derived.path("inputs").size());
      String run = derived.path("inputs").get(0).asText();
      runs.add(run);
      // The folder's files stand among the inputs with their hashes.
      assertTrue(
          ingested.path("inputs").findValuesAsText("name").contains(run + "/run_spec.json"), run);
      derived.path("outputs").forEach(file -> shards.add(file.asText()));
    }
    assertEquals(2, runs.size());
    assertTrue(shards.contains("detail/helm_coast_part_002.parquet"), shards::toString);

    JsonNode aggregated = run("aggregate-stats").path("lineage");
    assertEquals(1, aggregated.size());
    aggregated.get(0).path("inputs").forEach(shard -> assertTrue(shards.contains(shard.asText())));
    assertEquals(2, aggregated.get(0).path("inputs").size());
  }

  private JsonNode run(String command, String... arguments) throws IOException {
    String[] all = new String[arguments.length + 3];
    all[0] = command;
    all[1] = "--output=" + folder.resolve("out");
    all[2] = "--asOf=2026-01-01";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    CommandRun run = CommandRun.of(all);
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    byte[] receipt = Files.readAllBytes(folder.resolve("out/receipt.json"));
    return new ObjectMapper().readTree(receipt).path("stages").get(0);
  }
}
