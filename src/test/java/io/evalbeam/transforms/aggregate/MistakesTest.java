package io.evalbeam.transforms.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mistakes of earlier evaluation statistics, each of which must stay impossible. */
class MistakesTest {
  private static final double MISSING = Double.NaN;

  @Test
  void trialsAreNotInstances() {
    AskedRun run = AskedRun.of("gull", "tides");
    for (int trial = 0; trial < 3; trial++) {
      run.trial(trial).scores(1, 0, trial == 0 ? 1 : 0, 1);
    }
    Aggregated all = Aggregated.of(run);
    ComprehensiveStatistics cell = all.cell("gull", "tides");
    assertEquals(4, cell.n());
    assertEquals(3, cell.trials());
    assertEquals((1 + 0 + 1 / 3.0 + 1) / 4, cell.mean(), 1e-15);
    assertEquals(4, all.model("gull").n());
  }

  @Test
  void splitsAreNotMixed() {
    AskedRun run = AskedRun.of("gull", "tides").scores(1, 1, 1, 0).split("valid").scores(0, 0);
    Aggregated published = Aggregated.of(run);
    assertEquals(0.75, published.cell("gull", "tides").mean());
    assertEquals(0.75, published.model("gull").macro());
    assertEquals(0, Aggregated.ofSplit("valid", run).model("gull").macro());
  }

  @Test
  void splitsAreNotMixedWhereNoReleaseNamesOne() {
    AskedRun run =
        AskedRun.of("gull", "tides").published(null).scores(1, 0).split("valid").scores(0, 0, 0);
    Aggregated all = Aggregated.of(run);
    assertEquals(1, all.model("gull").tasks());
    assertEquals(0.5, all.model("gull").pooled());
    AskedRun onlyValid = AskedRun.of("gull", "tides").published(null).split("valid").scores(0, 1);
    assertEquals(0.5, Aggregated.of(onlyValid).model("gull").pooled());
  }

  @Test
  void deviationsHaveOneDivisor() {
    double expected = Math.sqrt(0.9 / 9);
    List<CellStatistics> rows = AskedRun.of("gull", "tides").rightAndWrong(1, 9).rows();
    Aggregated all = Aggregated.ofRows(rows, Map.of());
    assertEquals(expected, rows.get(0).sd(), 1e-15);
    assertEquals(expected, all.cell("gull", "tides").sd(), 1e-15);
    assertEquals(expected / Math.sqrt(10), all.cell("gull", "tides").se(), 1e-15);
    assertEquals(expected / Math.sqrt(10), all.model("gull").sePooledIid(), 1e-15);
  }

  @Test
  void aSingleInstanceHasNoDeviation() {
    Aggregated all = Aggregated.of(AskedRun.of("gull", "tides").scores(0.5));
    assertNull(all.cell("gull", "tides").sd());
    assertNull(all.cell("gull", "tides").se());
    assertNull(all.cell("gull", "tides").ciLower());
    assertNull(all.model("gull").seMacro());
    assertNull(all.model("gull").sePooledClustered());
  }

  @Test
  void missingIsNotZero() {
    Aggregated all = Aggregated.of(AskedRun.of("gull", "tides").scores(1, MISSING, 0, MISSING));
    ComprehensiveStatistics cell = all.cell("gull", "tides");
    assertEquals(2, cell.n());
    assertEquals(2, cell.nMissing());
    assertEquals(0.5, cell.mean());
    assertEquals(2, all.model("gull").n());
    assertEquals(2, all.model("gull").nMissing());
  }

  @Test
  void aMissingScoreIsNotADefeat() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("auk", "tides").scores(1, MISSING, 0),
            AskedRun.of("gull", "tides").scores(0, 1, 0));
    assertEquals(2, all.pair("auk", "gull", "tides").nShared());
    assertEquals(1, all.pair("auk", "gull", "tides").aOnly());
    assertEquals(0, all.pair("auk", "gull", "tides").bOnly());
  }

  @Test
  void nearlyConstantScoresDoNotCancel() {
    double tick = Math.ulp(1e8);
    ComprehensiveStatistics cell =
        Aggregated.of(AskedRun.of("gull", "tides").scores(1e8, 1e8 + tick, 1e8, 1e8 + tick))
            .cell("gull", "tides");
    assertEquals(tick / Math.sqrt(3), cell.sd(), 1e-22);
  }

  @Test
  void sumsDoNotDependOnTheOrder() {
    Random random = new Random(3);
    List<CellStatistics> rows = new ArrayList<>();
    for (String model : List.of("auk", "gull", "tern")) {
      for (String task : List.of("tides", "winds")) {
        double[] scores =
            random.doubles(40).map(x -> x * Math.pow(10, -random.nextInt(12))).toArray();
        rows.addAll(AskedRun.of(model, task).scores(scores).rows());
        rows.addAll(AskedRun.of(model, task).variant("-late").scoresFrom(40, 0.1, 0.7).rows());
      }
    }
    Aggregated expected = Aggregated.ofRows(rows, Map.of());
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(rows, random);
      Aggregated shuffled = Aggregated.ofRows(rows, Map.of());
      assertEquals(sorted(expected), sorted(shuffled));
      assertEquals(expected.models(), shuffled.models());
      assertEquals(expected.pairs(), shuffled.pairs());
      assertEquals(expected.stateBytes(), shuffled.stateBytes());
    }
  }

  private static List<ComprehensiveStatistics> sorted(Aggregated aggregated) {
    return aggregated.cells().stream()
        .sorted(
            Comparator.comparing(ComprehensiveStatistics::task)
                .thenComparing(ComprehensiveStatistics::modelName))
        .toList();
  }

  @Test
  void runsWithOtherPromptsAreNotPooled() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("gull", "tides").settings("short").scores(1, 1),
            AskedRun.of("gull", "tides").settings("long").variant("-long").scores(0, 0),
            AskedRun.of("tern", "tides").settings("short").scores(1, 0));
    assertEquals(
        List.of(0.0, 1.0),
        all.cells().stream()
            .filter(cell -> cell.modelName().equals("gull"))
            .map(ComprehensiveStatistics::mean)
            .sorted()
            .toList());
    assertEquals(1, all.model("gull").macro(), "the settings most models share count");
  }

  @Test
  void modelsOfOneNormalisedNameAreNotPooled() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("gull-7b", "tides").scores(1, 1),
            AskedRun.of("Gull 7B", "tides").scores(0, 0));
    assertEquals(all.model("gull-7b").modelId(), all.model("Gull 7B").modelId());
    assertEquals(1, all.model("gull-7b").macro());
    assertEquals(0, all.model("Gull 7B").macro());
  }

  @Test
  void deploymentsAreNotPooled() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("gull", "tides").deployment("east").scores(1, 1),
            AskedRun.of("gull", "tides").deployment("west").scores(0, 0));
    assertEquals(2, all.models().size());
    assertNotEquals(all.models().get(0).macro(), all.models().get(1).macro());
  }

  @Test
  void aTaskAskedByTwoMethodsCountsOnce() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("gull", "tides").method("joint").scores(1, 1),
            AskedRun.of("gull", "tides").method("separate").scores(0, 0),
            AskedRun.of("tern", "tides").method("joint").scores(1, 0));
    assertEquals(2, all.cells().stream().filter(c -> c.modelName().equals("gull")).count());
    assertEquals(1, all.model("gull").tasks());
    assertEquals(2, all.model("gull").n());
    assertEquals(1, all.model("gull").macro(), "the method most models were asked by counts");
  }
}
