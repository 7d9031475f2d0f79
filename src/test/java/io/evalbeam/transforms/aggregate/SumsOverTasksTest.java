package io.evalbeam.transforms.aggregate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.evaluation.BenchmarkTotals;
import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.schemas.evaluation.WinTotals;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.transforms.evaluation.UnitDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class SumsOverTasksTest {
  private static final TaskSettings SETTINGS =
      new TaskSettings(
          "aggregate-stats", "helm", new SplitChoice(SplitChoice.PUBLISHED), GradedIntervals.BY_T);

  private final TaskAggregation tides =
      task(
          AskedRun.of("auk", "tides").scores(1, 0, 1),
          AskedRun.of("gull", "tides").scores(0, 0, 1),
          AskedRun.of("tern", "tides").scores(0.25, Double.NaN, 0.5));

  private final TaskAggregation winds =
      task(
          AskedRun.of("auk", "winds").lowerIsBetter(true).scores(3, 2),
          AskedRun.of("tern", "winds").lowerIsBetter(true).scores(1, 2));

  @Test
  void tasksAndTotalsAddUpInAnyOrder() throws CoderException {
    SumsOverTasks parts = new SumsOverTasks("coast");
    parts.add(totals(winds));
    parts.add(totals(tides));
    assertArrayEquals(bytes(totals(tides, winds)), bytes(parts.totals()));
  }

  @Test
  void directionsAndSetsOfModelsAreApart() {
    BenchmarkTotals totals = totals(tides);
    assertEquals(1, totals.pairs().size());
    assertEquals(3, totals.pairs().get(0).models().size());
    // Two instances were answered by all three, one by two of them.
    assertEquals(List.of(2, 3), totals.wins().stream().map(set -> set.models().size()).toList());
    assertEquals(List.of(1L, 2L), totals.wins().stream().map(WinTotals::instances).toList());
    assertEquals(2, totals(tides, winds).pairs().size());
  }

  @Test
  void strengthsNeedNoScoresWhereTotalsSayAsMuch() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("auk", "tides").scores(1, 0, 1, 0.5),
            AskedRun.of("gull", "tides").scores(0, 1, 1, 0.25));
    List<ModelStatistics> models =
        all.results()
            .models(
                key -> {
                  throw new AssertionError("scores of " + key + " were read");
                },
                Map.of());
    assertEquals(all.models(), models);
    assertNotNull(models.get(0).bradleyTerrySe());
  }

  @Test
  void scoresAreReadWhereTooManySetsOfModelsAnswered() {
    Random random = new Random(3);
    String[] names = {"auk", "gull", "kite", "rail", "tern", "wren"};
    AskedRun[] runs = new AskedRun[names.length];
    for (int model = 0; model < names.length; model++) {
      double[] scores = new double[60];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = random.nextInt(3) == 0 ? Double.NaN : random.nextInt(5) / 4.0;
      }
      runs[model] = AskedRun.of(names[model], "tides").scores(scores);
    }
    Aggregated all = Aggregated.of(runs);
    List<ComparisonKey> asked = new ArrayList<>();
    List<ModelStatistics> models =
        all.results()
            .models(
                key -> {
                  asked.add(key);
                  return Objects.requireNonNull(all.states().get(key));
                },
                Map.of());
    assertEquals(1, asked.size());
    assertTrue(models.stream().allMatch(row -> row.bradleyTerrySe() != null));
    assertFalse(task(runs).comparisons().get(0).winsTotalled());
  }

  private static TaskAggregation task(AskedRun... runs) {
    return TaskAggregation.of(SETTINGS, Aggregated.rows(runs), Map.of(), new UnitDecoder());
  }

  private static BenchmarkTotals totals(TaskAggregation... tasks) {
    SumsOverTasks sums = new SumsOverTasks("coast");
    for (TaskAggregation task : tasks) {
      task.addTo(sums);
    }
    return sums.totals();
  }

  private static byte[] bytes(BenchmarkTotals totals) throws CoderException {
    return CoderUtils.encodeToByteArray(RecordCoders.of(BenchmarkTotals.class), totals);
  }
}
