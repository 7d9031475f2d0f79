package io.evalbeam.pipelines.evaluation.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.RunnerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first ingestion, on every runner. */
@RunnerTest
class IngestEvalsTest {
  @TempDir Path folder;

  private IngestRun ingest = new IngestRun(Path.of(""), Path.of(""));

  @BeforeEach
  void writeRuns() throws IOException {
    Path input = folder.resolve("runs");
    Path suite = input.resolve("v1.0.0");
    HelmRunFixture.of("aviary/tern-1b").perturbed().trials(2).write(suite);
    HelmRunFixture.of("aviary/gull-7b").withToxicity().write(suite);
    HelmRunFixture.of("reef/crab-2b").subject("shells").instances(6).write(suite);
    ingest = new IngestRun(input, folder.resolve("out"));
  }

  @Test
  void tablesHoldEveryResponseAndSayWhereItCounts() throws IOException {
    CommandRun run = ingest.run();
    assertEquals(
        List.of(
            "coast:subject=shells|reef/crab-2b@v1.0.0 LIVE 1",
            "coast:subject=tides|aviary/gull-7b@v1.0.0 LIVE 1",
            "coast:subject=tides|aviary/tern-1b@v1.0.0 LIVE 1"),
        ingest.register());
    // 4 instances, two trials, original and copy; 4 instances; 6 instances.
    assertEquals(
        List.of("16 16", "4 4", "6 6"),
        ingest.query(
            "select any_value(r.responses) || ' ' || count(*) as text from {runs} r join {detail} d"
                + " using (run_hash) group by r.run_hash order by text"));
    assertEquals(List.of("26"), ingest.query("select count(distinct evaluation_id) from {detail}"));
    assertEquals(
        List.of("exact_match 5 0.4"),
        ingest.query(
            "select metric || ' ' || n || ' ' || mean from {stats} where main_metric and split ="
                + " 'test' and model_name = 'reef/crab-2b'"));
    assertEquals(List.of(), ingest.issues());
    assertTrue(run.output().contains("responses read      26"), run.output());
    String receipt = Files.readString(folder.resolve("out/receipt.json"));
    assertTrue(receipt.contains("\"ingest-evals\""), receipt);
  }
}
