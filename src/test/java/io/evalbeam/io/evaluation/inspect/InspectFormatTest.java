package io.evalbeam.io.evaluation.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.testing.ReadRun;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectFormatTest {
  private static final InspectFormat FORMAT = new InspectFormat();
  private static final String EVAL =
      """
      {"task": "riddles", "task_version": 3, "task_args": {"level": 2, "hint": true},
       "created": "%s", "model": "maker/small:1b", "dataset": {"name": "riddles"},
       "config": {"epochs": %d}}""";
  private static final String PLAN =
      """
      {"steps": [{"solver": "system_message", "params": {}}, {"solver": "generate", "params": {}}],
       "config": {"temperature": 0.5, "max_tokens": 64, "max_connections": 8}}""";

  @TempDir Path root;

  private static String header(String status, int epochs, String results) {
    return "\"version\": 2, \"status\": \""
        + status
        + "\", \"eval\": "
        + EVAL.formatted("2026-03-01T10:00:00+02:00", epochs)
        + ", \"plan\": "
        + PLAN
        + ", \"results\": "
        + results;
  }

  private static String log(String header, String... samples) {
    return "{" + header + ", \"samples\": [" + String.join(",", samples) + "], \"reductions\": []}";
  }

  private static String sample(String id, int epoch, String value) {
    return """
    {"id": %s, "epoch": %d, "input": "What is it?", "target": "a key",
     "events": [{"event": "model", "input": "attachment://0123"}],
     "output": {"choices": [{"message": {"content": "A key."}, "stop_reason": "stop"}],
                "completion": "A key."},
     "scores": {"match": {"value": %s, "answer": "key"}, "length": {"value": 6}}, "error": null}"""
        .formatted(id, epoch, value);
  }

  private ReadRun read(String name, String content) throws Exception {
    Files.writeString(root.resolve(name), content);
    return ReadRun.readAll(FORMAT, root).get(0);
  }

  private static String results(long completed, long scored, double mean) {
    return """
    {"total_samples": 2, "completed_samples": %d, "scores": [{"name": "match", "scorer": "match",
     "scored_samples": %d, "metrics": {"inspect_ai/mean": {"name": "mean", "value": %s,
     "params": {}}}}]}"""
        .formatted(completed, scored, mean);
  }

  @Test
  void identifiesALog() throws Exception {
    FoundRun run = read("a.json", log(header("success", 1, "null"))).run();
    assertEquals("riddles:hint=true,level=2", run.header().task());
    assertEquals("riddles", run.header().datasetName());
    assertEquals("system_message,generate", run.header().adapterMethod());
    assertEquals(0.5, run.header().temperature());
    assertEquals(64, run.header().maxTokens());
    assertTrue(
        run.header().runName().startsWith("riddles:hint=true,level=2,model=maker/small:1b,"));
    assertEquals("000001772352000.000000000", run.precedence());
  }

  @Test
  void sendsTheLaterOfTwoEqualRunsAhead() throws Exception {
    String first = log(header("success", 1, "null"));
    Files.writeString(root.resolve("a.json"), first);
    Files.writeString(
        root.resolve("b.json"), first.replace("2026-03-01T10:00:00+02:00", "2026-03-01T09:00:00Z"));
    List<ReadRun> runs = ReadRun.readAll(FORMAT, root);
    assertEquals(runs.get(0).run().header(), runs.get(1).run().header());
    assertTrue(runs.get(0).run().precedence().compareTo(runs.get(1).run().precedence()) < 0);
  }

  @Test
  void tellsPromptSettingsFromTransport() throws Exception {
    String log = log(header("success", 1, "null"));
    Files.writeString(root.resolve("a.json"), log);
    Files.writeString(root.resolve("b.json"), log.replace("\"max_connections\": 8", "\"seed\": 8"));
    Files.writeString(
        root.resolve("c.json"), log.replace("\"max_connections\": 8", "\"max_connections\": 9"));
    List<ReadRun> runs = ReadRun.readAll(FORMAT, root);
    String settings = runs.get(0).run().header().promptSettings();
    assertNotEquals(settings, runs.get(1).run().header().promptSettings());
    assertEquals(settings, runs.get(2).run().header().promptSettings());
  }

  @Test
  void takesScorersAsMetricsAndEpochsAsTrials() throws Exception {
    ReadRun run =
        read(
            "a.json",
            log(
                header("success", 2, results(4, 2, .625)),
                sample("1", 1, "\"C\""),
                sample("1", 2, "\"P\""),
                sample("\"two\"", 1, "true"),
                sample("\"two\"", 2, "\"N\"")));
    assertEquals(
        List.of(1.0, .5, 1.0, 0.0),
        run.responses().stream().map(response -> response.metrics().get("match")).toList());
    assertEquals(List.of(0, 1, 0, 1), run.responses().stream().map(Response::trial).toList());
    Response first = run.responses().get(0);
    assertEquals(6.0, first.metrics().get("length"));
    assertEquals("key", first.mappedOutput());
    assertEquals(List.of(new Reference("a key", true)), first.references());
    assertEquals(List.of(), run.issues());
    assertEquals(Boolean.TRUE, run.outcome().verified());
  }

  @Test
  void makesNoScoreOfAnUnknownGrade() throws Exception {
    ReadRun run =
        read(
            "a.json",
            log(
                header("success", 1, "null"),
                sample("1", 1, "\"B+\""),
                sample("2", 1, "[1]"),
                sample("3", 1, "null"),
                sample("4", 1, "\"I\"")));
    assertNull(run.responses().get(0).metrics().get("match"));
    assertNull(run.responses().get(1).metrics().get("match"));
    assertEquals(0.0, run.responses().get(3).metrics().get("match"));
    assertEquals(List.of(IssueCode.TYPE_UNEXPECTED), run.codes());
    Issue issue = run.issues().get(0);
    assertEquals("/samples/0/scores/match", issue.location());
    assertTrue(issue.detail().contains("2 samples"), issue.detail());
  }

  @Test
  void makesNoScoreOfNotANumber() throws Exception {
    ReadRun run = read("a.json", log(header("success", 1, "null"), sample("1", 1, "NaN")));
    assertNull(run.responses().get(0).metrics().get("match"));
    assertEquals(List.of(IssueCode.NON_FINITE_SCORE), run.codes());
  }

  @Test
  void keepsTheSamplesOfARunThatEndedEarly() throws Exception {
    String failed =
        sample("2", 1, "\"C\"").replace("\"error\": null", "\"error\": {\"message\": \"lost\"}");
    ReadRun run = read("a.json", log(header("error", 1, "null"), sample("1", 1, "\"C\""), failed));
    assertEquals(2, run.responses().size());
    assertNull(run.responses().get(1).metrics().get("match"));
    assertEquals(List.of(IssueCode.RUN_INCOMPLETE, IssueCode.EVALUATOR_ERROR), run.codes());
    assertNull(run.outcome().verified());
  }

  @Test
  void reportsFiguresThatItsSamplesDoNotBear() throws Exception {
    ReadRun run =
        read("a.json", log(header("success", 1, results(2, 2, .5)), sample("1", 1, "\"C\"")));
    assertEquals(
        List.of(IssueCode.COUNTS_DIFFER, IssueCode.COUNTS_DIFFER, IssueCode.STATISTICS_MISMATCH),
        run.codes());
    assertEquals(Boolean.FALSE, run.outcome().verified());
    assertEquals(.5, run.reported().get(0).value());
  }

  @Test
  void givesEveryKeyOnce() throws Exception {
    ReadRun run =
        read(
            "a.json",
            log(
                header("success", 1, "null"),
                sample("1", 1, "\"C\""),
                sample("1", 1, "\"C\""),
                sample("1", 1, "\"I\""),
                "7"));
    assertEquals(1, run.responses().size());
    assertEquals(1.0, run.responses().get(0).metrics().get("match"));
    assertEquals(2, run.outcome().rejectedResponses());
    assertEquals(
        List.of(
            IssueCode.DUPLICATE_CONFLICT, IssueCode.TYPE_UNEXPECTED, IssueCode.DUPLICATE_CONFLICT),
        run.codes());
  }

  @Test
  void resolvesAttachmentsThatTextsStandFor() throws Exception {
    String sample =
        """
        {"id": 1, "epoch": 1, "target": ["x", "B"], "choices": ["one", "attachment://bb"],
         "input": [{"role": "system", "content": "attachment://aa"},
                   {"role": "user", "content": [{"type": "text", "text": "Which?"},
                                                {"type": "image", "image": "attachment://cc"}]}],
         "output": {"completion": "attachment://dd"},
         "attachments": {"aa": "Be short.", "bb": "two", "cc": "binary", "ee": "unused"}}""";
    ReadRun run = read("a.json", log(header("success", 1, "null"), sample));
    Response response = run.responses().get(0);
    assertEquals("system: Be short.\n\nuser: Which?\n[image]", response.rawInput());
    assertEquals(
        List.of(new Reference("one", false), new Reference("two", true), new Reference("x", true)),
        response.references());
    assertEquals("attachment://dd", response.output());
    assertEquals(List.of(IssueCode.TEXTS_MISSING), run.codes());
  }

  @Test
  void readsAnArchiveAsTheSameLog() throws Exception {
    String header = header("success", 1, results(2, 2, .5));
    ReadRun plain = read("a.json", log(header, sample("1", 1, "\"C\""), sample("2", 1, "\"I\"")));
    Files.delete(root.resolve("a.json"));
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("_journal/start.json", "{" + header("started", 1, "null") + "}");
    entries.put("samples/1_epoch_1.json", sample("1", 1, "\"C\""));
    entries.put("samples/2_epoch_1.json", sample("2", 1, "\"I\""));
    entries.put("summaries.json", "[]");
    entries.put("header.json", "{" + header + "}");
    zip("a.eval", entries);
    ReadRun archived = ReadRun.readAll(FORMAT, root).get(0);
    assertEquals(plain.run().header(), archived.run().header());
    assertEquals(plain.responses(), archived.responses());
    assertEquals(List.of(), archived.issues());
    assertEquals(plain.outcome(), archived.outcome());
  }

  @Test
  void readsAnArchiveThatWasNeverFinished() throws Exception {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(
        "_journal/start.json",
        "{\"version\": 2, \"eval\": " + EVAL.formatted("2026-03-01T10:00:00Z", 1) + "}");
    entries.put("samples/1_epoch_1.json", sample("1", 1, "\"C\""));
    zip("a.eval", entries);
    ReadRun run = ReadRun.readAll(FORMAT, root).get(0);
    assertEquals(1, run.responses().size());
    assertEquals(List.of(IssueCode.RUN_INCOMPLETE), run.codes());
  }

  @Test
  void stopsAtAnArchiveThatExpandsWithoutEnd() throws Exception {
    zip("a.eval", Map.of("samples/1_epoch_1.json", "[" + " ".repeat(40 << 20) + "]"));
    assertRejected(IssueCode.LIMIT_EXCEEDED, FORMAT);
  }

  @Test
  void stopsAtTooManyEntries() throws Exception {
    zip("a.eval", Map.of("one", "", "two", ""));
    assertRejected(IssueCode.LIMIT_EXCEEDED, new InspectFormat(new ArchiveLimits(1, 1 << 20, 100)));
  }

  @Test
  void rejectsWhatIsNoLog() throws Exception {
    Files.writeString(root.resolve("other.json"), "{\"models\": []}");
    assertRejected(IssueCode.RUN_UNIDENTIFIED, FORMAT);
    Files.writeString(root.resolve("other.json"), "{\"eval\": ");
    assertRejected(IssueCode.PARSE_ERROR, FORMAT);
    Files.write(root.resolve("other.json"), new byte[] {'{', '"', (byte) 0xff, '"'});
    assertRejected(IssueCode.PARSE_ERROR, FORMAT);
    Files.delete(root.resolve("other.json"));
    zip("cut.eval", Map.of("header.json", "{" + header("success", 1, "null") + "}"));
    byte[] whole = Files.readAllBytes(root.resolve("cut.eval"));
    Files.write(root.resolve("cut.eval"), Arrays.copyOf(whole, 100));
    assertRejected(IssueCode.FORMAT_BROKEN, FORMAT);
  }

  @Test
  void noticesAFileThatChanged() throws Exception {
    Path file = root.resolve("a.json");
    String log = log(header("success", 1, "null"), sample("1", 1, "\"C\""));
    Files.writeString(file, log);
    FoundRun run = ReadRun.identify(FORMAT, root).get(0).runs().get(0);
    Files.writeString(file, log.replace("\"C\"", "\"I\""));
    DamagedRunException damage =
        assertThrows(DamagedRunException.class, () -> ReadRun.read(FORMAT, run));
    assertEquals(IssueCode.UNSTABLE_FILE, damage.issue().code());
  }

  @Test
  void passesOverCompanionsOfLogs() throws Exception {
    Files.writeString(root.resolve("logs.json"), "{}");
    Files.writeString(root.resolve("notes.txt"), "");
    assertEquals(List.of(), ReadRun.candidates(FORMAT, root).candidates());
  }

  private void assertRejected(IssueCode code, InspectFormat format) throws Exception {
    IdentifiedRuns identified = ReadRun.identify(format, root).get(0);
    assertEquals(List.of(), identified.runs());
    assertEquals(1, identified.rejected());
    assertEquals(List.of(code), identified.issues().stream().map(Issue::code).toList());
  }

  private void zip(String name, Map<String, String> entries) throws Exception {
    try (OutputStream out = Files.newOutputStream(root.resolve(name));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
  }
}
