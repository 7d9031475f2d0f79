package io.evalbeam.pipelines.evaluation.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run reads shards with new runs alone and ends with the bytes of a run from scratch. */
class IncrementalAggregateTest {
  private static final HelmRunFixture GULL = HelmRunFixture.of("acme/gull").perturbed();
  private static final HelmRunFixture TERN = HelmRunFixture.of("acme/tern").trials(2);

  @TempDir static Path original;

  @TempDir Path folder;
  private CoastStatistics coast = new CoastStatistics(Path.of(""));

  @BeforeAll
  static void aggregateOnce() throws IOException {
    new CoastStatistics(original).with(GULL, TERN).ingest().aggregate();
  }

  @BeforeEach
  void copy() throws IOException {
    coast = new CoastStatistics(original).copyTo(folder);
  }

  @Test
  void onlyChangedShardsAreRead() throws IOException {
    coast.with(HelmRunFixture.of("acme/auk")).ingest();
    SortedMap<String, String> expected = coast.fromScratch();
    Path known = coast.shards().resolve("stats/helm_coast_part_001.parquet");
    Files.writeString(known, "unreadable");
    String printed = coast.aggregate();
    assertTrue(printed.contains("3 live runs; 1 shards read"), printed);
    assertEquals(expected, coast.published());
    assertEquals(ExitCode.FAILED, coast.attempt("--forceRegenerate").exitCode());
    assertEquals(expected, coast.published());
  }

  @Test
  void nothingNew() throws IOException {
    SortedMap<String, String> before = coast.published();
    String printed = coast.aggregate();
    assertTrue(printed.contains("0 shards read; 0 of 1 buckets"), printed);
    assertEquals(before, coast.published());
    assertTrue(coast.aggregate("--forceRegenerate").contains("1 of 1 buckets"));
    assertEquals(before, coast.published());
  }

  @Test
  void aReplacedRunLeaves() throws IOException {
    coast.with(HelmRunFixture.of("acme/gull").perturbed().instances(9)).ingest().aggregate();
    assertEquals(coast.fromScratch(), coast.published());
    assertEquals(
        "8", coast.rows("leaderboard", "n", "where model_name = 'acme/gull'").get(0).get("n"));
  }

  @Test
  void aRemovedRunLeaves() throws IOException {
    HelmRunFixture auk = HelmRunFixture.of("acme/auk").subject("winds");
    coast.with(auk).ingest().aggregate();
    coast.remove(GULL);
    coast.remove(auk);
    coast.ingest().aggregate("--allowShrink");
    assertEquals(coast.fromScratch(), coast.published());
    assertEquals(1, coast.rows("leaderboard", "model_name", "").size());
  }

  @Test
  void compactedShardsChangeNothing() throws IOException {
    coast.with(HelmRunFixture.of("acme/gull").perturbed().instances(9)).ingest().aggregate();
    SortedMap<String, String> before = coast.published();
    coast.ingest("--compact=true");
    String printed = coast.aggregate();
    assertTrue(printed.contains("0 shards read"), printed);
    assertEquals(before, coast.published());
    assertEquals(before, coast.fromScratch());
  }

  @Test
  void tablesOfEarlierMomentsStay() throws IOException {
    SortedMap<String, String> first = coast.published();
    coast.with(HelmRunFixture.of("acme/auk")).ingest().aggregate("--asOf=2026-01-02T06:00:00Z");
    SortedMap<String, String> both = coast.published();
    String leaderboard = "statistics/leaderboard_helm_20260101_000000.parquet";
    assertEquals(first.get(leaderboard), both.get(leaderboard));
    assertTrue(both.containsKey("statistics/leaderboard_helm_20260102_060000.parquet"));
    assertNotEquals(
        first.get("statistics/latest_helm.json"), both.get("statistics/latest_helm.json"));
    SortedMap<String, String> expected = new TreeMap<>(first);
    expected.keySet().removeIf(path -> !path.contains("_20260101_"));
    expected.putAll(coast.fromScratch("--asOf=2026-01-02T06:00:00Z"));
    assertEquals(expected, both);
  }

  @Test
  void theSameMomentTwiceIsReplaced() throws IOException {
    coast.with(HelmRunFixture.of("acme/auk")).ingest().aggregate();
    assertEquals(coast.fromScratch(), coast.published());
    assertEquals(
        7, OutputTree.files(coast.statistics().resolve("statistics")).size() - 1, "tables");
  }
}
