package io.evalbeam.io.evaluation.everyeval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.RunHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that were exported and read back. */
class EveryEvalRoundTripTest {
  @TempDir Path folder;

  @BeforeEach
  void makeStaging() throws IOException {
    Files.createDirectories(folder.resolve("staging"));
  }

  private Collected roundTrip() throws IOException, DamagedRunException {
    ExportFixture.publish(folder.resolve("staging"), folder.resolve("out"));
    return Collected.read(folder.resolve("out"));
  }

  @Test
  void responsesComeBackWithMainScoreConditionAndTexts() throws Exception {
    Collected read = roundTrip();

    List<Response> expected =
        ExportFixture.responses().stream()
            .filter(r -> r.metrics().get(ExportFixture.MAIN) != null)
            .map(EveryEvalRoundTripTest::withMainMetricOnly)
            .toList();
    assertEquals(expected, read.responses);
    assertEquals(List.of(), read.issues);
    assertEquals(0, read.outcomes.get(0).rejectedResponses());
  }

  private static Response withMainMetricOnly(Response r) {
    double score = Objects.requireNonNull(r.metrics().get(ExportFixture.MAIN));
    return new Response(
        r.instanceId(),
        r.instanceKey(),
        r.split(),
        r.subSplit(),
        r.perturbation(),
        r.trial(),
        r.rawInput(),
        r.references(),
        r.output(),
        r.mappedOutput(),
        r.textStatus(),
        MetricValues.of(List.of(ExportFixture.MAIN), new double[] {score}),
        r.promptTokens(),
        r.outputTokens(),
        r.runtimeSeconds(),
        r.finishReason(),
        r.promptTruncated(),
        r.evaluatedAt());
  }

  @Test
  void headerComesBack() throws Exception {
    FoundRun run = roundTrip().runs.get(0);

    RunHeader was = ExportFixture.run().header();
    RunHeader is = run.header();
    assertEquals(was.task(), is.task());
    assertEquals(was.datasetName(), is.datasetName());
    assertEquals(was.subject(), is.subject());
    assertEquals(was.modelName(), is.modelName());
    assertEquals(was.modelDeployment(), is.modelDeployment());
    assertEquals(was.adapterMethod(), is.adapterMethod());
    assertEquals(was.shots(), is.shots());
    assertEquals(was.temperature(), is.temperature());
    assertEquals(was.maxTokens(), is.maxTokens());
    assertEquals(was.trials(), is.trials());
    assertEquals(was.promptSettings(), is.promptSettings());
    assertTrue(is.runName().contains(was.runName()), is.runName());
    assertEquals("shared", is.source());
    assertNull(run.selector());
  }

  @Test
  void figuresComeBackAsReportedScores() throws Exception {
    List<ReportedScore> reported = roundTrip().reported;

    assertEquals(6, reported.size());
    CellStatistics cell = ExportFixture.cells().get(0);
    ReportedScore main = reported.get(0);
    assertEquals("exact_match:test", main.method());
    assertEquals(ExportFixture.MAIN, main.metric());
    assertEquals(cell.mean(), main.value());
    assertEquals(cell.n(), main.n());
    assertEquals(0.25, Objects.requireNonNull(main.standardError()), 1e-15);
    assertEquals(false, main.lowerIsBetter());
    assertNull(reported.get(5).lowerIsBetter());
  }

  @Test
  void modelsWithoutDeveloperKeepTheirName() throws Exception {
    try (EveryEvalExport export = ExportFixture.export(folder.resolve("staging"))) {
      ExportFixture.publish(
          export, ExportFixture.run("rivers", "toy-1", null), folder.resolve("out"));
    }

    Collected read = Collected.read(folder.resolve("out"));
    assertEquals("toy-1", read.runs.get(0).header().modelName());
    assertEquals(List.of(), read.issues);
  }
}
