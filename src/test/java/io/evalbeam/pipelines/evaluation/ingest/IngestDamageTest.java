package io.evalbeam.pipelines.evaluation.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.HelmRunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged runs beside sound ones. */
class IngestDamageTest {
  @TempDir Path folder;

  private Path suite = Path.of("");
  private Path gull = Path.of("");
  private IngestRun ingest = new IngestRun(Path.of(""), Path.of(""));

  @BeforeEach
  void writeRuns() throws IOException {
    suite = folder.resolve("runs/v1");
    HelmRunFixture.of("aviary/tern-1b").write(suite);
    gull = HelmRunFixture.of("aviary/gull-7b").write(suite);
    ingest = new IngestRun(folder.resolve("runs"), folder.resolve("out"));
  }

  @Test
  void aCutRunLeavesNoRows() throws IOException {
    cut(gull.resolve("per_instance_stats.json"));
    CommandRun run = ingest.run();
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode());
    assertTrue(run.errors().contains("1 of 2 runs were rejected"), run.errors());
    assertTrue(run.output().contains("new           1"), run.output());
    assertEquals(List.of("coast:subject=tides|aviary/tern-1b@v1 LIVE 1"), ingest.register());
    assertEquals(List.of("4"), ingest.query("select count(*) from {detail}"));
    assertEquals(
        List.of("PARSE_ERROR rejected v1/" + gull.getFileName() + "/per_instance_stats.json"),
        ingest.issues());
    assertEquals(ExitCode.DONE, ingest.run("--maxIssueRatio=1").exitCode());
  }

  @Test
  void aRunThatStaysDamagedChangesNothing() throws IOException {
    cut(gull.resolve("per_instance_stats.json"));
    SortedMap<String, String> first = ingest.done("--maxIssueRatio=1").published();
    assertEquals(first, ingest.done("--maxIssueRatio=1").published());
    assertEquals(first, ingest.done("--maxIssueRatio=1").published());
  }

  @Test
  void aRunWithoutIdentityIsRejected() throws IOException {
    Files.writeString(gull.resolve("run_spec.json"), "");
    CommandRun run = ingest.run();
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode());
    assertEquals(1, ingest.register().size());
    assertEquals(
        List.of("RUN_UNIDENTIFIED rejected v1/" + gull.getFileName() + "/run_spec.json"),
        ingest.issues());
  }

  @Test
  void resultsWithoutSpecificationCountAsARun() throws IOException {
    Files.delete(gull.resolve("run_spec.json"));
    CommandRun run = ingest.run();
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode());
    assertTrue(run.errors().contains("1 of 2 runs were rejected"), run.errors());
  }

  @Test
  void lesserDamageKeepsTheRows() throws IOException {
    Files.delete(gull.resolve("stats.json"));
    Path tern = suite.resolve(HelmRunFixture.of("aviary/tern-1b").name());
    Files.writeString(tern.resolve("display_predictions.json"), "[]");
    HelmRunFixture.of("reef/crab-2b").withIntegerIds().write(suite);
    Path clam = HelmRunFixture.of("reef/clam-1b").write(suite);
    ArrayNode scores = (ArrayNode) HelmRunFixture.readJson(clam.resolve("per_instance_stats.json"));
    for (JsonNode stat : scores.get(0).path("stats")) {
      if (stat.at("/name/name").textValue().equals("inference_runtime")) {
        ((ObjectNode) stat).put("mean", Double.NaN);
      }
    }
    Files.writeString(
        clam.resolve("per_instance_stats.json"), scores.toString().replace("\"NaN\"", "NaN"));
    Path squid = HelmRunFixture.of("reef/squid-1b").write(suite);
    ArrayNode shown =
        (ArrayNode) HelmRunFixture.readJson(squid.resolve("display_predictions.json"));
    shown.add(shown.get(0));
    HelmRunFixture.writeJson(squid.resolve("display_predictions.json"), shown);
    Path whelk = HelmRunFixture.of("reef/whelk-1b").write(suite);
    ArrayNode listed = (ArrayNode) HelmRunFixture.readJson(whelk.resolve("instances.json"));
    listed.remove(0);
    HelmRunFixture.writeJson(whelk.resolve("instances.json"), listed);
    Path mussel = HelmRunFixture.of("reef/mussel-1b").write(suite);
    for (String file :
        List.of("instances.json", "display_predictions.json", "display_requests.json")) {
      Files.delete(mussel.resolve(file));
    }
    CommandRun run = ingest.run();
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertEquals(28, ingest.liveRows().size());
    assertEquals(
        List.of("28"), ingest.query("select count(*) from {detail} where output is not null"));
    List<String> issues = new ArrayList<>();
    for (String issue : ingest.issues()) {
      issues.add(issue.replaceAll("v1/coast:subject=tides,model=", ""));
    }
    assertEquals(
        List.of(
            "DUPLICATE_CONFLICT warning reef_squid-1b/display_predictions.json",
            "FILE_MISSING warning aviary_gull-7b/stats.json",
            "IDS_MIXED warning reef_crab-2b/per_instance_stats.json",
            "INSTANCES_ORPHANED warning reef_whelk-1b/instances.json",
            "NON_FINITE_SCORE rejected reef_clam-1b/per_instance_stats.json",
            "PREDICTIONS_MISSING warning aviary_tern-1b/display_predictions.json"),
        issues);
  }

  @Test
  void issuesOfARunThatIsTheInputNameItsFiles() throws IOException {
    Files.writeString(gull.resolve("display_predictions.json"), "[]");
    IngestRun run = new IngestRun(gull, folder.resolve("out")).done();
    assertEquals(List.of("PREDICTIONS_MISSING warning display_predictions.json"), run.issues());
    assertEquals(4, run.liveRows().size());
  }

  @Test
  void aRunThatIsDamagedNowTakesItsRowsWithIt() throws IOException {
    ingest.done();
    cut(gull.resolve("per_instance_stats.json"));
    ingest.run();
    assertEquals(
        List.of(
            "coast:subject=tides|aviary/gull-7b@v1 REPLACED 1",
            "coast:subject=tides|aviary/tern-1b@v1 LIVE 1"),
        ingest.register());
    assertEquals(List.of("helm_coast_part_001.parquet"), ingest.parts("detail"));
    HelmRunFixture.of("aviary/gull-7b").write(suite);
    ingest.done();
    assertEquals(8, ingest.liveRows().size());
    assertEquals(List.of("helm_coast_part_001.parquet"), ingest.parts("detail"));
  }

  private static void cut(Path file) throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() * 2 / 3));
  }
}
