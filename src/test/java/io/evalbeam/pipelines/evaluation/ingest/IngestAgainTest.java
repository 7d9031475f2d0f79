package io.evalbeam.pipelines.evaluation.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second ingestion reads, keeps and retires. */
class IngestAgainTest {
  private static final String TERN = "coast:subject=tides|aviary/tern-1b@v1 ";
  private static final String GULL = "coast:subject=tides|aviary/gull-7b@v1 ";
  private static final String PART_1 = "helm_coast_part_001.parquet";
  private static final String PART_2 = "helm_coast_part_002.parquet";

  @TempDir Path folder;

  private Path suite = Path.of("");
  private Path gull = Path.of("");
  private IngestRun ingest = new IngestRun(Path.of(""), Path.of(""));

  @BeforeEach
  void ingestTwoRuns() throws IOException {
    suite = folder.resolve("runs/v1");
    HelmRunFixture.of("aviary/tern-1b").write(suite);
    gull = HelmRunFixture.of("aviary/gull-7b").write(suite);
    ingest = new IngestRun(folder.resolve("runs"), folder.resolve("out")).done();
  }

  @Test
  void nothingIsReadWhenNothingChanged() {
    SortedMap<String, String> before = ingest.published();
    CommandRun again = ingest.run("--asOf=2026-06-01");
    assertEquals(before, ingest.published(), again.errors());
    assertEquals(ExitCode.DONE, again.exitCode());
    assertTrue(again.output().contains("read          2"), again.output());
    assertFalse(again.output().contains("new "), again.output());
  }

  @Test
  void aNewRunIsANewPart() throws IOException {
    SortedMap<String, String> before = ingest.published();
    HelmRunFixture.of("reef/crab-2b").write(suite);
    ingest.done();
    assertEquals(
        List.of(GULL + "LIVE 1", TERN + "LIVE 1", "coast:subject=tides|reef/crab-2b@v1 LIVE 2"),
        ingest.register());
    assertKept(before, "detail/" + PART_1, "stats/" + PART_1);
    assertEquals(ingest.fromScratch().liveRows(), ingest.liveRows());
  }

  @Test
  void whenAPartIsGoneEverythingIsReadIntoNewParts() throws IOException {
    Files.delete(folder.resolve("out/stats/" + PART_1));
    ingest.done();
    assertEquals(List.of(GULL + "LIVE 2", TERN + "LIVE 2"), ingest.register());
    assertEquals(List.of(PART_2), ingest.parts("detail"));
    assertEquals(List.of(PART_2), ingest.parts("stats"));
    assertEquals(ingest.fromScratch().liveRows(), ingest.liveRows());
  }

  @Test
  void rowsOfAChangedRunAreReplaced() throws IOException {
    SortedMap<String, String> before = ingest.published();
    HelmRunFixture.of("aviary/gull-7b").instances(6).write(suite);
    ingest.done();
    assertEquals(List.of(GULL + "LIVE 2", GULL + "REPLACED 1", TERN + "LIVE 1"), ingest.register());
    assertKept(before, "detail/" + PART_1, "stats/" + PART_1);
    assertEquals(List.of(PART_1, PART_2), ingest.parts("detail"));
    assertEquals(10, ingest.liveRows().size());
    assertEquals(ingest.fromScratch().liveRows(), ingest.liveRows());
  }

  @Test
  void rowsOfAVanishedRunAreRetired() throws IOException {
    delete(gull);
    ingest.done();
    assertEquals(List.of(GULL + "REMOVED 1", TERN + "LIVE 1"), ingest.register());
    assertEquals(ingest.fromScratch().liveRows(), ingest.liveRows());
  }

  @Test
  void earlierContentIsFoundAgain() throws IOException {
    List<String> rows = ingest.liveRows();
    HelmRunFixture.of("aviary/gull-7b").instances(6).write(suite);
    ingest.done();
    HelmRunFixture.of("aviary/gull-7b").write(suite);
    ingest.done();
    assertEquals(List.of(GULL + "LIVE 1", GULL + "REPLACED 2", TERN + "LIVE 1"), ingest.register());
    assertEquals(List.of(PART_1, PART_2), ingest.parts("detail"));
    assertEquals(rows, ingest.liveRows());
    delete(gull);
    ingest.done();
    HelmRunFixture.of("aviary/gull-7b").write(suite);
    ingest.done();
    assertEquals(rows, ingest.liveRows());
    assertEquals(List.of(PART_1, PART_2), ingest.parts("detail"));
  }

  @Test
  void aRenamedDirectoryIsStillTheRun() throws IOException {
    Files.writeString(gull.resolve("display_predictions.json"), "[]");
    ingest.done();
    Map<String, String> before = ingest.published();
    List<String> issues = ingest.issues();
    assertEquals(1, issues.size());
    Path moved = suite.resolve(gull.getFileName().toString().replace(':', '-'));
    Files.move(gull, moved);
    ingest.done();
    assertEquals(List.of(GULL + "LIVE 2", GULL + "REPLACED 1", TERN + "LIVE 1"), ingest.register());
    assertKept(before, "detail/" + PART_1, "detail/" + PART_2);
    assertEquals(issues.get(0).replace("/coast:", "/coast-"), ingest.issues().get(0));
    assertEquals(
        List.of("v1/" + moved.getFileName()),
        ingest.query("select location from {runs} where status = 'LIVE' and part = 2"));
  }

  private void assertKept(Map<String, String> before, String... paths) {
    Map<String, String> now = ingest.published();
    for (String path : paths) {
      assertEquals(before.get(path), now.get(path), path);
    }
  }

  private static void delete(Path run) throws IOException {
    for (Path file : OutputTree.files(run)) {
      Files.delete(file);
    }
    Files.delete(run);
  }
}
