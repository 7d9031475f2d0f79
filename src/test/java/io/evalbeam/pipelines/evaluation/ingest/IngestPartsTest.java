package io.evalbeam.pipelines.evaluation.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.testing.HelmRunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decides the parts, and what does not. */
class IngestPartsTest {
  private static final List<String> MODELS = List.of("reef/a-1b", "reef/b-2b", "reef/c-3b");

  private static final String SCHEMA =
      """
      version: 1
      schemas:
        - name: coast
          source: "Invented for this test."
          metric_groups:
            - {name: effort, display_name: Effort, metrics: [{name: "${main_name}"}]}
          run_groups:
            - {name: coast, display_name: Coast, main_name: num_output_tokens, main_split: test,
               metric_groups: [effort]}
      generic: {source: "Invented too.", metrics: [exact_match]}
      """;

  @TempDir Path folder;

  private IngestRun ingest = new IngestRun(Path.of(""), Path.of(""));

  @BeforeEach
  void writeRuns() throws IOException {
    write(folder.resolve("runs"), MODELS);
    ingest = new IngestRun(folder.resolve("runs"), folder.resolve("out"));
  }

  @Test
  void smallPartsHoldWholeRunsOfAboutEqualSize() {
    ingest.done("--partBytes=1");
    assertEquals(3, ingest.parts("detail").size());
    assertEquals(
        List.of("1 1", "2 1", "3 1"),
        ingest.query(
            "select part || ' ' || count(*) as text from {runs} group by part order by 1"));
    List<String> rows = ingest.liveRows();
    assertEquals(rows, ingest.fromScratch().liveRows());
  }

  @Test
  void otherSettingsReadEverythingAnew() throws IOException {
    ingest.done();
    List<String> rows = ingest.liveRows();
    ingest.done("--also=every-eval-ever");
    assertEquals(List.of("helm_coast_part_002.parquet"), ingest.parts("detail"));
    assertEquals(rows, ingest.liveRows());
    assertEquals(6, ingest.parts("every-eval-ever").size());
    ingest.done();
    assertEquals(List.of("helm_coast_part_003.parquet"), ingest.parts("detail"));
    assertEquals(List.of(), ingest.parts("every-eval-ever"));
  }

  @Test
  void anotherReleaseSchemaReadsEverythingAnew() throws IOException {
    ingest.done();
    Path reference = Files.createDirectories(folder.resolve("reference"));
    Files.writeString(reference.resolve("release-schemas.yaml"), SCHEMA);
    ingest.done("--referenceData=" + reference);
    assertEquals(List.of("helm_coast_part_002.parquet"), ingest.parts("detail"));
    assertEquals(
        List.of("num_output_tokens"),
        ingest.query("select distinct metric from {stats} where main_metric"));
  }

  @Test
  void benchmarksLiveSideBySide() throws IOException {
    ingest.done();
    List<String> rows = ingest.liveRows();
    IngestRun birds = new IngestRun(folder.resolve("birds"), ingest.output());
    write(birds.input(), List.of("reef/a-1b", "aviary/tern-1b"));
    birds.done("--benchmark=birds");
    assertEquals(5, ingest.register().size());
    assertEquals(rows.size() + 8, ingest.liveRows().size());
    // The run that both have is removed from one.
    Path run = folder.resolve("birds/v1").resolve(HelmRunFixture.of("reef/a-1b").name());
    Files.delete(run.resolve("run_spec.json"));
    Files.delete(run.resolve("per_instance_stats.json"));
    Files.delete(run.resolve("scenario_state.json"));
    birds.done("--benchmark=birds");
    assertEquals(rows.size() + 4, ingest.liveRows().size());
    assertTrue(ingest.liveRows().containsAll(rows));
    assertEquals(
        List.of("helm_birds_part_001.parquet", "helm_coast_part_001.parquet"),
        ingest.parts("detail"));
  }

  private static void write(Path input, List<String> models) throws IOException {
    for (String model : models) {
      HelmRunFixture.of(model).write(input.resolve("v1"));
    }
  }
}
