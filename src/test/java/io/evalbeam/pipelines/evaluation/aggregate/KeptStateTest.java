package io.evalbeam.pipelines.evaluation.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state that does not fit or is damaged is not built upon. */
class KeptStateTest {
  private static final String VALID_IS_PUBLISHED =
      """
      version: 1
      schemas:
        - name: coast
          source: invented
          metric_groups:
            - {name: accuracy, display_name: Accuracy, metrics: [{name: "${main_name}"}]}
          run_groups:
            - {name: coast, display_name: Coast, main_name: exact_match, main_split: valid, metric_groups: [accuracy]}
      generic: {source: invented, metrics: [exact_match]}
      """;

  @TempDir static Path original;

  @TempDir Path folder;
  private CoastStatistics coast = new CoastStatistics(Path.of(""));

  @BeforeAll
  static void aggregateOnce() throws IOException {
    new CoastStatistics(original)
        .with(HelmRunFixture.of("acme/gull"), HelmRunFixture.of("acme/tern"))
        .ingest()
        .aggregate();
  }

  @BeforeEach
  void copy() throws IOException {
    coast = new CoastStatistics(original).copyTo(folder);
  }

  @Test
  void ofAnotherVersion() throws IOException {
    SortedMap<String, String> before = coast.published();
    Path manifest = coast.statistics().resolve("_evalbeam/aggregate-stats.helm.json");
    String text = Files.readString(manifest);
    int fingerprint = text.indexOf("\"fingerprint\"");
    Files.writeString(
        manifest,
        text.substring(0, fingerprint)
            + text.substring(fingerprint).replaceFirst("[0-9a-f]{64}", "older"));
    String printed = coast.aggregate();
    assertTrue(printed.contains("1 shards read; 1 of 1 buckets"), printed);
    assertEquals(before, coast.published());
  }

  @Test
  void withAnotherInterval() throws IOException {
    String printed = coast.aggregate("--gradedInterval=BOOTSTRAP");
    assertTrue(printed.contains("1 shards read"), printed);
    assertEquals(coast.fromScratch("--gradedInterval=BOOTSTRAP"), coast.published());
  }

  @Test
  void ofAnotherSplit() throws IOException {
    String printed = coast.aggregate("--split=valid", "--allowShrink");
    assertTrue(printed.contains("1 shards read"), printed);
    assertEquals(coast.fromScratch("--split=valid"), coast.published());
  }

  @Test
  void ofRunsThatWereIngestedWithOtherSettings() throws IOException {
    SortedMap<String, String> before = coast.published();
    Path references = Files.createDirectories(folder.resolve("references"));
    Files.writeString(references.resolve("release-schemas.yaml"), VALID_IS_PUBLISHED);
    coast.ingest("--referenceData=" + references).aggregate("--allowShrink");
    assertEquals(coast.fromScratch(), coast.published());
    assertNotEquals(before, coast.published());
  }

  @Test
  void thatIsDamaged() throws IOException {
    SortedMap<String, String> before = coast.published();
    Path flipped = file("comparison_states");
    byte[] bytes = Files.readAllBytes(flipped);
    bytes[bytes.length / 2] ^= 1;
    Files.write(flipped, bytes);
    assertComputedAgain(before, flipped);
    Path cut = file("cells");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 100));
    assertComputedAgain(before, cut);
    Path gone = file("aggregated_runs");
    Files.delete(gone);
    assertComputedAgain(before, gone);
  }

  private void assertComputedAgain(SortedMap<String, String> expected, Path damaged) {
    CommandRun run = CoastStatistics.done(coast.attempt());
    assertTrue(run.output().contains("1 shards read; 1 of 1 buckets"), run.output());
    assertTrue(
        run.errors().contains("the kept state is damaged (state/helm/" + damaged.getFileName()),
        run.errors());
    assertEquals(expected, coast.published());
  }

  private Path file(String start) {
    return OutputTree.files(coast.statistics().resolve("state")).stream()
        .filter(path -> String.valueOf(path.getFileName()).startsWith(start))
        .findFirst()
        .orElseThrow();
  }
}
