package io.evalbeam.transforms.aggregate;

import static io.evalbeam.transforms.aggregate.Aggregated.known;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutlierTableTest {
  private static final int INSTANCES = 200;

  @Test
  void aCellThatIsTooGoodIsFlagged() {
    Aggregated all = Aggregated.of(table(2, 5, 2.5));
    List<ComprehensiveStatistics> flagged =
        all.cells().stream().filter(cell -> Boolean.TRUE.equals(cell.outlier())).toList();
    assertEquals(1, flagged.size(), flagged.toString());
    assertEquals("model2", flagged.get(0).modelName());
    assertEquals("tides:subject=5", flagged.get(0).task());
    assertTrue(known(flagged.get(0).residual()) > 1, flagged.toString());
    assertTrue(known(flagged.get(0).outlierP()) < 0.01, flagged.toString());
    assertEquals(1, all.model("model2").outlierCells());
    assertEquals(0, all.model("model1").outlierCells());
  }

  @Test
  void aCellThatIsTooBadIsNoSuspect() {
    Aggregated all = Aggregated.of(table(2, 5, -2.5));
    ComprehensiveStatistics cell = all.cell("model2", "tides:subject=5");
    assertTrue(known(cell.residual()) < -1, cell.toString());
    assertTrue(known(cell.outlierP()) < 0.01, cell.toString());
    assertEquals(false, cell.outlier());
    assertEquals(0, all.model("model2").outlierCells());
  }

  @Test
  void whatModelAndTaskExplainIsNotFlagged() {
    Aggregated all = Aggregated.of(table(2, 5, 0));
    for (ComprehensiveStatistics cell : all.cells()) {
      assertNotNull(cell.residual());
      assertEquals(false, cell.outlier(), cell.toString());
    }
  }

  @Test
  void oneTaskTellsNothing() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("auk", "tides").scores(1, 1, 1), AskedRun.of("gull", "tides").scores(0, 0));
    assertNull(all.cell("auk", "tides").residual());
    assertNull(all.cell("auk", "tides").outlierP());
    assertNull(all.cell("auk", "tides").outlier());
  }

  /** Five models on ten subjects; one cell is better by some logits than model and subject are. */
  private static AskedRun[] table(int model, int subject, double extra) {
    Random random = new Random(11);
    List<AskedRun> runs = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 10; j++) {
        double logit = 0.4 * (i - 2) + 0.2 * (j - 5) + 0.05 * random.nextGaussian();
        logit += i == model && j == subject ? extra : 0;
        int right = (int) Math.round(INSTANCES / (1 + Math.exp(-logit)));
        runs.add(
            AskedRun.of("model" + i, "tides:subject=" + j).rightAndWrong(right, INSTANCES - right));
      }
    }
    return runs.toArray(AskedRun[]::new);
  }
}
