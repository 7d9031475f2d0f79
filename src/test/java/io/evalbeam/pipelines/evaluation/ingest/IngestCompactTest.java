package io.evalbeam.pipelines.evaluation.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.testing.HelmRunFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merging of parts. */
class IngestCompactTest {
  @TempDir Path folder;

  @Test
  void deadRowsGoAndNumbersAreNotUsedAgain() throws IOException {
    Path suite = folder.resolve("runs/v1");
    HelmRunFixture.of("aviary/tern-1b").write(suite);
    HelmRunFixture.of("aviary/gull-7b").write(suite);
    // Equal content in another suite is another run.
    HelmRunFixture.of("aviary/gull-7b").write(folder.resolve("runs/v0"));
    IngestRun ingest = new IngestRun(folder.resolve("runs"), folder.resolve("out")).done();
    HelmRunFixture.of("aviary/gull-7b").instances(6).write(suite);
    ingest.done();
    HelmRunFixture.of("aviary/gull-7b").instances(7).perturbed().write(suite);
    ingest.done();
    List<String> live = ingest.liveRows();
    ingest.done("--compact");
    assertEquals(
        List.of(
            "coast:subject=tides|aviary/gull-7b@v0 SUPERSEDED 4",
            "coast:subject=tides|aviary/gull-7b@v1 LIVE 4",
            "coast:subject=tides|aviary/tern-1b@v1 LIVE 4"),
        ingest.register());
    for (String table : List.of("detail", "stats")) {
      assertEquals(List.of("helm_coast_part_004.parquet"), ingest.parts(table));
    }
    assertEquals(live, ingest.liveRows());
    IngestRun fresh = ingest.fromScratch();
    assertEquals(fresh.liveRows(), ingest.liveRows());
    assertEquals(fresh.statistics(), ingest.statistics());
    assertEquals(
        fresh.query("select count(*) from {detail}"),
        ingest.query("select count(*) from {detail}"));
    HelmRunFixture.of("reef/crab-2b").write(suite);
    ingest.done();
    assertEquals(
        List.of("helm_coast_part_004.parquet", "helm_coast_part_005.parquet"),
        ingest.parts("detail"));
  }
}
