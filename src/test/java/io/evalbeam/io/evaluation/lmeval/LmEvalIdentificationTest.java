package io.evalbeam.io.evaluation.lmeval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.Candidates;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.testing.ReadRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LmEvalIdentificationTest {
  private static final LmEvalFormat FORMAT = new LmEvalFormat();
  private static final String RESULT = "{\"acc,none\": 0.5}";

  @TempDir Path root;

  private static String results(String task) {
    return HarnessOutput.results(task, RESULT, HarnessOutput.config(task), 1);
  }

  private FoundRun only() throws Exception {
    List<FoundRun> runs = ReadRun.identify(FORMAT, root).get(0).runs();
    assertEquals(1, runs.size());
    return runs.get(0);
  }

  @Test
  void joinsFilesByExactTaskAndStamp() throws Exception {
    HarnessOutput output = new HarnessOutput(root.resolve("m"), HarnessOutput.STAMP);
    output.writeResults(results("arc"));
    output.writeSamples("arc", List.of(HarnessOutput.line(0, 1)));
    output.writeSamples("arc_easy", List.of(HarnessOutput.line(0, 1)));
    new HarnessOutput(root.resolve("m"), "2026-03-02T10-00-00")
        .writeSamples("arc", List.of(HarnessOutput.line(0, 1)));
    Candidates candidates = ReadRun.candidates(FORMAT, root);
    assertEquals(1, candidates.candidates().size());
    assertEquals(IssueCode.FILE_MISSING, candidates.issues().get(0).code());
    assertEquals("m/samples_arc_2026-03-02T10-00-00.jsonl", candidates.issues().get(0).source());
    IdentifiedRuns identified = ReadRun.identify(FORMAT, root).get(0);
    assertEquals(1, identified.rejected());
    assertEquals(IssueCode.RUN_UNIDENTIFIED, identified.issues().get(0).code());
    assertEquals("arc_easy", identified.issues().get(0).excerpt());
    assertEquals(
        List.of(
            "results_2026-03-01T10-00-00.123456.json",
            "samples_arc_2026-03-01T10-00-00.123456.jsonl"),
        identified.runs().get(0).files().stream().map(RunFile::name).toList());
  }

  @Test
  void sendsTheLaterOfTwoEqualRunsAhead() throws Exception {
    new HarnessOutput(root, "2026-03-01T10-00-00").writeResults(results("arc"));
    new HarnessOutput(root, "2026-03-02T10-00-00")
        .writeResults(results("arc").replace("1772352000.5", "1772438400"));
    List<IdentifiedRuns> found = ReadRun.identify(FORMAT, root);
    FoundRun first = found.get(0).runs().get(0);
    FoundRun second = found.get(1).runs().get(0);
    assertEquals(first.header(), second.header());
    assertTrue(first.precedence().compareTo(second.precedence()) < 0);
  }

  @Test
  void takesTheModelFromItsArguments() throws Exception {
    new HarnessOutput(root, HarnessOutput.STAMP).writeResults(results("arc"));
    assertEquals("org/m", only().header().modelName());
    assertTrue(
        only().header().runName().startsWith("arc:model=org/m,n-shot=0,settings="),
        only().header().runName());
    assertEquals("easy", only().header().subject());
  }

  @Test
  void splitsArgumentsOutsideBracketsOnly() throws Exception {
    JsonNode text = LmEvalJson.parse("\"parallel={'a':[1,2]},model=x/y,peft=z\"");
    ModelArguments arguments = ModelArguments.of(text);
    assertEquals("{'a':[1,2]}", arguments.values().get("parallel"));
    assertEquals("z", arguments.modelName(), "the adapter is what was evaluated");
    assertNull(ModelArguments.of(LmEvalJson.parse("{}")).modelName());
    assertEquals("x", ModelArguments.of(LmEvalJson.parse("{\"model\": \"x\"}")).modelName());
  }

  @Test
  void tellsConfigurationsApart() throws Exception {
    HarnessOutput output = new HarnessOutput(root, HarnessOutput.STAMP);
    output.writeResults(results("arc"));
    FoundRun first = only();
    output.writeResults(results("arc").replace("\"limit\": null", "\"limit\": 10"));
    FoundRun limited = only();
    assertNotEquals(first.header().runName(), limited.header().runName());
    assertEquals(first.header().promptSettings(), limited.header().promptSettings());
    output.writeResults(results("arc").replace("{{q}}", "Question: {{q}}"));
    assertNotEquals(first.header().promptSettings(), only().header().promptSettings());
  }

  @Test
  void overlooksAddressesOfFunctions() throws Exception {
    HarnessOutput output = new HarnessOutput(root, HarnessOutput.STAMP);
    output.writeResults(results("arc").replace("{{q}}", "<function ask at 0x7f01ab>"));
    FoundRun first = only();
    output.writeResults(results("arc").replace("{{q}}", "<function ask at 0x55ff>"));
    assertEquals(first.header(), only().header());
    output.writeResults(results("arc").replace("{{q}}", "<function tell at 0x55ff>"));
    assertNotEquals(first.header().promptSettings(), only().header().promptSettings());
  }

  @Test
  void countsGroupsOfGroups() throws Exception {
    String content =
        """
        {"results": {"all": {"acc,none": 0.5, "acc_stderr,none": "N/A"}, "part": {"alias": "part"},
                     "t": {"acc,none": 0.5}},
         "group_subtasks": {"all": ["part"], "part": ["t"]},
         "config": {"model": "api", "model_args": {"model": "x"}}}""";
    new HarnessOutput(root, HarnessOutput.STAMP).writeResults(content);
    List<ReadRun> runs = ReadRun.readAll(FORMAT, root);
    assertEquals(List.of("t", "all"), runs.stream().map(run -> run.run().header().task()).toList());
    assertEquals(List.of("all", "part"), runs.get(0).run().header().groups());
    assertTrue(runs.get(1).reported().get(0).group());
    assertNull(runs.get(1).reported().get(0).n());
    assertNull(runs.get(1).reported().get(0).standardError());
  }

  @Test
  void saysWhetherSamplesWereLoggedAtAll() throws Exception {
    new HarnessOutput(root, HarnessOutput.STAMP).writeResults(results("arc"));
    Issue issue = ReadRun.identify(FORMAT, root).get(0).issues().get(0);
    assertEquals(IssueCode.FILE_MISSING, issue.code());
    assertEquals(IssueSeverity.INFO, issue.severity());
  }

  @Test
  void rejectsDamagedResults() throws Exception {
    HarnessOutput output = new HarnessOutput(root, HarnessOutput.STAMP);
    for (String content : List.of("{\"results\": {", "{} 1", "", "{\"results\": {}}")) {
      output.writeResults(content);
      IdentifiedRuns identified = ReadRun.identify(FORMAT, root).get(0);
      assertEquals(1, identified.rejected(), content);
      assertEquals(List.of(), identified.runs(), content);
    }
    Files.write(
        root.resolve("results_" + HarnessOutput.STAMP + ".json"), new byte[] {'"', (byte) 0xff});
    assertEquals(
        IssueCode.PARSE_ERROR, ReadRun.identify(FORMAT, root).get(0).issues().get(0).code());
  }
}
