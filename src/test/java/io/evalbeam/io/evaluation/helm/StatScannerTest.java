package io.evalbeam.io.evaluation.helm;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.io.evaluation.json.JsonFileReader;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.testing.HelmRunFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is scanned must be what a parser reads, whatever the file holds. */
class StatScannerTest {
  private static final String PIECES = "{}[]\",:-+.eE0179 \n\\xNaid";

  @TempDir Path folder;

  /** All that is known of a file after reading it: scores, conditions, issues or the damage. */
  private static List<String> read(RunFile file, boolean scan) throws IOException {
    List<String> known = new ArrayList<>();
    Findings findings = new Findings("run");
    JsonFileReader json = new JsonFileReader();
    try (ScoreTable table = new ScoreTable(new ScorePages(), findings)) {
      PerInstanceStatsReader reader = new PerInstanceStatsReader(table, findings);
      if (!scan || !reader.scan(json.plain(file).orElseThrow())) {
        JsonFileReader.Reading<Long> rest = json.read(file, reader::read);
        known.add(rest.toString());
      } else {
        known.add("Reading[value=0, trailing=OptionalLong.empty]");
      }
      describe(table, known);
    } catch (BrokenFileException e) {
      return List.of(e.code() + " " + e.location() + " " + e.detail());
    }
    findings.report(new IssueList(known));
    return known;
  }

  private static void describe(ScoreTable table, List<String> known) {
    for (int row = 0; row < table.keys().size(); row++) {
      Condition condition = table.conditionOf(row);
      known.add(
          table.describe(row)
              + " "
              + condition.split()
              + " "
              + condition.subSplit()
              + " "
              + table.values(row));
    }
    for (Condition condition : table.conditions()) {
      for (int metric = 0; metric < table.names().size(); metric++) {
        Condition.TrialSums sums = condition.known(metric);
        known.add(table.names().name(metric) + (sums == null ? "" : " " + sums.mean()));
      }
    }
  }

  private record IssueList(List<String> known) implements RunSink {
    @Override
    public void response(Response response) {
      throw new AssertionError("no response is expected");
    }

    @Override
    public void reported(ReportedScore score) {
      throw new AssertionError("no reported score is expected");
    }

    @Override
    public void issue(Issue issue) {
      known.add(issue.toString());
    }
  }

  private RunFile file(byte[] content) throws IOException {
    Path path = Files.write(folder.resolve("per_instance_stats.json"), content);
    return new RunFile(path.getFileName().toString(), path.toString(), content.length, "");
  }

  private static byte[] scores(HelmRunFixture run) {
    return requireNonNull(run.files().get("per_instance_stats.json"))
        .toPrettyString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private boolean isScanned(String text) throws IOException, BrokenFileException {
    Findings findings = new Findings("run");
    try (ScoreTable table = new ScoreTable(new ScorePages(), findings)) {
      RunFile file = file(text.getBytes(StandardCharsets.UTF_8));
      return new PerInstanceStatsReader(table, findings)
          .scan(new JsonFileReader().plain(file).orElseThrow());
    }
  }

  @Test
  void theUsualLayoutIsScannedToItsEnd() throws IOException, BrokenFileException {
    byte[] content = scores(HelmRunFixture.of("acme/one").instances(5).trials(2));
    assertTrue(isScanned(new String(content, StandardCharsets.UTF_8)));
    assertEquals(read(file(content), false), read(file(content), true));
  }

  @Test
  void otherLayoutsAreLeftToTheParser() throws IOException, BrokenFileException {
    byte[] perturbed = scores(HelmRunFixture.of("acme/one").instances(5).perturbed());
    assertFalse(isScanned(new String(perturbed, StandardCharsets.UTF_8)));
    assertEquals(read(file(perturbed), false), read(file(perturbed), true));
    assertFalse(isScanned("[]"));
    assertFalse(isScanned("{}"));
    assertFalse(isScanned("[{\"instance_id\": 7, \"train_trial_index\": 0, \"stats\": []}]"));
    assertFalse(isScanned("[{\"instance_id\": \"7\", \"train_trial_index\": 0.0, \"stats\": []}]"));
    assertTrue(isScanned("[{\"instance_id\": \"7\", \"train_trial_index\": 0, \"stats\": []}]"));
    assertFalse(isScanned("[{\"instance_id\": \"7\", \"train_trial_index\": 0, \"stats\": []}],"));
  }

  /** One or two bytes of a sound file are replaced, dropped or doubled, anywhere. */
  @Test
  void damagedFilesAreReadAsAParserReadsThem() throws IOException {
    byte[] sound = scores(HelmRunFixture.of("acme/one").instances(4).trials(2));
    Random random = new Random(5);
    int accepted = 0;
    for (int i = 0; i < 1_000; i++) {
      byte[] content = damaged(damaged(sound, random), random);
      List<String> expected = read(file(content), false);
      assertEquals(
          expected, read(file(content), true), new String(content, StandardCharsets.UTF_8));
      accepted += expected.size() > 1 ? 1 : 0;
    }
    assertTrue(accepted > 100, accepted + " damaged files could be read");
  }

  private static byte[] damaged(byte[] content, Random random) {
    int at = random.nextInt(content.length);
    String text = new String(content, StandardCharsets.ISO_8859_1);
    String piece = PIECES.substring(random.nextInt(PIECES.length())).substring(0, 1);
    String put =
        switch (random.nextInt(4)) {
          case 0 -> "";
          case 1 -> text.charAt(at) + piece;
          case 2 -> "" + text.charAt(at) + text.charAt(at);
          default -> piece;
        };
    return (text.substring(0, at) + put + text.substring(at + 1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
