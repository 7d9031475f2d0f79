package io.evalbeam.io.evaluation.inspect;

import static io.evalbeam.io.evaluation.inspect.InspectLogs.header;
import static io.evalbeam.io.evaluation.inspect.InspectLogs.log;
import static io.evalbeam.io.evaluation.inspect.InspectLogs.results;
import static io.evalbeam.io.evaluation.inspect.InspectLogs.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.testing.ReadRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectFormatTest {
  private static final InspectFormat FORMAT = new InspectFormat();

  @TempDir Path root;

  private ReadRun read(String name, String content) throws Exception {
    Files.writeString(root.resolve(name), content);
    return ReadRun.readAll(FORMAT, root).get(0);
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
}
