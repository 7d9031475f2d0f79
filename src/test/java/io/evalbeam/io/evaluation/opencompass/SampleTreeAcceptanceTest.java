package io.evalbeam.io.evaluation.opencompass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.testing.ReadRun;
import io.evalbeam.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    for (ReadRun run : tree.runs) {
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
    // The list leaves out one foreign summary and the results files that a cell contradicts.
    assertEquals(
        Set.of(
            "results/alpha-7b-chat/siqa.json",
            "results/acme/beta-13b/siqa.json",
            "results/alpha-7b-chat/openai_humaneval.json",
            "summary/20251021_040931/Alignbench-judged-by--gpt-judge-dimension.csv"),
        reported.stream().map(Score::summary).collect(Collectors.toSet()));
    assertEquals(4, reported.size());
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

  private static Score reported(ReadRun run, ReportedScore row) {
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
    assertEquals(
        Map.ofEntries(
            Map.entry(IssueCode.PARSE_ERROR, 2),
            Map.entry(IssueCode.NON_FINITE_SCORE, 2),
            Map.entry(IssueCode.PREDICTIONS_MISSING, 3),
            Map.entry(IssueCode.MISSING_SCORE, 3),
            Map.entry(IssueCode.NO_TIMESTAMP_DIR, 1),
            Map.entry(IssueCode.NO_SUMMARY, 1),
            Map.entry(IssueCode.SUPERSEDED_SUMMARY, 1),
            Map.entry(IssueCode.DATASET_FAILED, 2),
            Map.entry(IssueCode.EVALUATOR_ERROR, 1),
            Map.entry(IssueCode.INFERENCE_UNFINISHED, 2),
            Map.entry(IssueCode.SHARD_MISSING, 2),
            Map.entry(IssueCode.JUDGE_FILE, 1),
            Map.entry(IssueCode.BAD_CELL, 4),
            Map.entry(IssueCode.SHORT_ROW, 1),
            Map.entry(IssueCode.LONG_ROW, 1),
            Map.entry(IssueCode.SCORE_CONFLICT, 3),
            Map.entry(IssueCode.TEXT_REPAIRED, 4),
            Map.entry(IssueCode.FOREIGN_SUMMARY, 3),
            Map.entry(IssueCode.INVALID_EVAL_ID, 1)),
        tree.issueCounts());
  }

  @Test
  void meansOfTheAnswersAreTheStatedScores() {
    assertEquals(
        List.of(),
        tree.runs.stream()
            .filter(r -> Boolean.FALSE.equals(r.outcome().verified()))
            .map(r -> r.run().location() + " " + r.run().header().runName())
            .toList());
    ReadRun winograd =
        tree.live(
            "223e4567-e89b-12d3-a456-426614174020/test-heredoc-fix-001/alpha-7b-chat/winograd");
    assertEquals(Boolean.TRUE, winograd.outcome().verified());
    assertEquals(40, winograd.responses().size());
  }

  @Test
  void nothingSecretIsOpenedOrShown() {
    for (ReadRun run : tree.runs) {
      for (RunFile file : run.run().files()) {
        assertTrue(
            file.name().startsWith("summary/")
                || file.name().startsWith("results/")
                || file.name().startsWith("predictions/"),
            file.name());
      }
    }
    String everything = tree.runs + " " + tree.issues;
    assertFalse(everything.contains("CANARY"));
    assertFalse(everything.contains("secret"));
    assertFalse(everything.contains("escape.json"));
  }

  @Test
  void everyLevelOfTheTreeCanBeTheInput() throws IOException {
    String evaluation = "8c9f517b-cd93-505e-a87b-fdee1bed2224";
    String run = evaluation + "/opencompass-test-run-002-000";
    for (String input : List.of(evaluation, run, run + "/20251020_004758")) {
      ReadTree part = ReadTree.of(folder.resolve("results").resolve(input));
      List<FoundRun> expected =
          tree.runs.stream()
              .map(ReadRun::run)
              .filter(r -> (r.location() + "/").startsWith(input + "/"))
              .toList();
      assertEquals(expected, part.runs.stream().map(ReadRun::run).toList(), input);
    }
  }
}
