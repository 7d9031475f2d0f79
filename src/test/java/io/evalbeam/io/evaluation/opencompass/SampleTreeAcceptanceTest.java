package io.evalbeam.io.evaluation.opencompass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole sample tree against its list of expected records. */
class SampleTreeAcceptanceTest {
  @TempDir static Path folder;
  private static ReadTree tree;

  /** Both sides of the comparison; what a record lacks is null. */
  private record Score(
      String run,
      @Nullable String stamp,
      @Nullable String summary,
      @Nullable String supersededBy,
      @Nullable String dataset,
      @Nullable String version,
      @Nullable String metric,
      @Nullable String mode,
      @Nullable String model,
      String status,
      @Nullable Double value,
      @Nullable String cell,
      @Nullable String kind) {}

  @BeforeAll
  static void readSample() throws IOException {
    unpack(SharedData.path("data/opencompass/sample.tar.gz"));
    tree = ReadTree.of(folder.resolve("results"));
  }

  private static void unpack(Path archive) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
        }
      }
    }
  }

  @Test
  void everyExpectedRecordIsReported() throws IOException {
    List<Score> expected = new ArrayList<>();
    Map<Score, Integer> lines = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("expected.jsonl"))) {
      JsonNode record = new ObjectMapper().readTree(line);
      // Links are reported by who lists the directory.
      if (!record.path("kind").asText().startsWith("symlink")) {
        expected.add(expected(record));
      }
      if (record.has("line")) {
        lines.put(expected(record), record.get("line").asInt());
      }
    }
    List<Score> reported = new ArrayList<>();
    for (ReadTree.Read run : tree.runs) {
      for (ReportedScore row : run.reported()) {
        Score score = reported(run, row);
        reported.add(score);
        if (lines.containsKey(score)) {
          assertEquals(lines.get(score), row.row(), () -> score + " stands in another line");
        }
      }
    }
    for (Score score : expected) {
      assertTrue(reported.remove(score), () -> score + " is not reported");
    }
    assertEquals(182, expected.size());
    assertEquals(List.of(), reported);
  }

  private static Score expected(JsonNode record) {
    boolean anomaly = record.path("status").asText().equals("anomaly");
    return new Score(
        record.path("eval_id").asText() + "/" + record.path("run_id").asText(),
        text(record, "timestamp"),
        anomaly ? text(record, "path") : text(record, "summary"),
        text(record, "superseded_by"),
        text(record, "dataset"),
        text(record, "version"),
        text(record, "metric"),
        text(record, "mode"),
        text(record, "model"),
        record.path("status").asText(),
        record.path("value").isNumber() ? record.path("value").asDouble() : null,
        text(record, "cell"),
        text(record, "kind"));
  }

  private static @Nullable String text(JsonNode record, String field) {
    return record.hasNonNull(field) ? record.get(field).asText() : null;
  }

  private static Score reported(ReadTree.Read run, ReportedScore row) {
    String[] name = run.run().header().runName().split("/", 3);
    boolean anomaly = row.kind() != null;
    return new Score(
        name[0] + "/" + name[1],
        run.run().header().suite(),
        row.report(),
        row.supersededBy(),
        anomaly ? null : row.dataset(),
        row.datasetVersion(),
        row.metric(),
        row.method(),
        anomaly ? null : row.modelName(),
        row.status().name().toLowerCase(Locale.ROOT),
        row.value(),
        row.cell(),
        row.kind());
  }

  @Test
  void issuesNameEveryFault() {
    assertEquals(Map.of(), tree.issueCounts());
  }
}
