package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutlyingCellsTest {
  private static final double NONE = Double.NaN;

  @Test
  void completeTablesAreFittedByTheirMargins() {
    double[][] cells = {{1, 2, 6}, {3, 8, 4}};
    AdditiveFit fit = AdditiveFit.of(cells);
    // Row means 3 and 5, column means 2, 5, 5, mean of all 4.
    double[][] expected = {{1, 4, 4}, {3, 6, 6}};
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 3; column++) {
        assertEquals(expected[row][column], required(fit.fitted(row, column)), 1e-13);
      }
    }
  }

  @Test
  void standardizedResidualsEqualRefittingWithoutTheCell() {
    Random random = new Random(6);
    double[][] cells = new double[5][6];
    for (double[] row : cells) {
      for (int column = 0; column < row.length; column++) {
        row[column] = random.nextInt(5) == 0 ? NONE : random.nextGaussian();
      }
    }
    AdditiveFit fit = AdditiveFit.of(cells);
    for (int row = 0; row < 5; row++) {
      for (int column = 0; column < 6; column++) {
        double cell = cells[row][column];
        if (!Double.isNaN(cell)) {
          cells[row][column] = NONE;
          Double without = AdditiveFit.of(cells).standardized(row, column, cell);
          cells[row][column] = cell;
          assertEquals(required(without), required(fit.standardized(row, column, cell)), 1e-9);
        }
      }
    }
  }

  @Test
  void findsThePlantedCell() {
    double[][] means = simulate(new Random(41), 12, 15, 100);
    means[3][7] = shifted(means[3][7], 1.5);
    means[9][2] = NONE;
    means[0][0] = NONE;
    List<CellResidual> residuals = OutlyingCells.of(means);
    assertEquals(12 * 15 - 2, residuals.size());
    for (CellResidual cell : residuals) {
      assertEquals(cell.model() == 3 && cell.subject() == 7, cell.outlier(), cell::toString);
      assertEquals(cell.outlier(), required(cell.adjustedP()) < 0.05);
    }
    CellResidual planted =
        residuals.stream().filter(CellResidual::outlier).findFirst().orElseThrow();
    assertTrue(required(planted.residual()) > 0.15);
    assertTrue(required(planted.standardized()) > 4);
  }

  @Test
  void logitsShowWhatMeansSqueeze() {
    // All models are good at the last subject, near 1, where means have little room.
    double[][] means = simulate(new Random(45), 10, 12, 400);
    double[][] logits = new double[10][12];
    for (int model = 0; model < 10; model++) {
      for (int subject = 0; subject < 12; subject++) {
        if (subject == 11) {
          means[model][subject] = shifted(means[model][subject], model == 4 ? 4.0 : 2.5);
        }
        logits[model][subject] = required(EmpiricalLogit.of(means[model][subject], 400));
      }
    }
    assertFalse(outliers(means).contains("4 11"));
    assertEquals(List.of("4 11"), outliers(logits));
  }

  @Test
  void logitsAreFinite() {
    assertEquals(0, required(EmpiricalLogit.of(0.5, 7)));
    assertEquals(Math.log(41), required(EmpiricalLogit.of(1, 20)), 1e-14);
    assertEquals(-Math.log(41), required(EmpiricalLogit.of(0, 20)), 1e-14);
    assertNull(EmpiricalLogit.of(0.5, 0));
  }

  @Test
  void outliersCannotHideOneAnother() {
    double[][] means = simulate(new Random(42), 12, 15, 200);
    int[][] planted = {{2, 4}, {2, 9}, {5, 4}, {8, 13}};
    for (int[] cell : planted) {
      means[cell[0]][cell[1]] = shifted(means[cell[0]][cell[1]], 1.8);
    }
    assertEquals(List.of("2 4", "2 9", "5 4", "8 13"), outliers(means));
  }

  @Test
  void innocentTablesAreRarelyAccused() {
    Random random = new Random(43);
    int accused = 0;
    for (int table = 0; table < 300; table++) {
      double[][] means = new double[6][8];
      for (double[] row : means) {
        for (int column = 0; column < row.length; column++) {
          row[column] = random.nextGaussian();
        }
      }
      accused += OutlyingCells.of(means).stream().anyMatch(CellResidual::outlier) ? 1 : 0;
    }
    // .05 with a standard error of .0126.
    assertTrue(accused / 300.0 < 0.09, "accused " + accused);
    assertTrue(accused > 0, "never accuses");
  }

  @Test
  void cellsThatStandAloneAreNotJudged() {
    double[][] means = {{1, 2.5, NONE, NONE}, {2, 3, NONE, NONE}, {NONE, NONE, 7, 8}};
    for (CellResidual cell : OutlyingCells.of(means)) {
      assertNull(cell.standardized());
      assertNull(cell.adjustedP());
      assertFalse(cell.outlier());
    }
    assertNull(AdditiveFit.of(means).fitted(0, 2));
    assertEquals(7, required(AdditiveFit.of(means).fitted(2, 2)), 1e-12);
    assertEquals(List.of(), OutlyingCells.of(new double[0][]));
    assertEquals(List.of(), OutlyingCells.of(new double[][] {{NONE}}));
    assertThrows(
        IllegalArgumentException.class, () -> OutlyingCells.of(new double[][] {{1, 2}, {1}}));
  }

  private static List<String> outliers(double[][] cells) {
    return OutlyingCells.of(cells).stream()
        .filter(CellResidual::outlier)
        .map(cell -> cell.model() + " " + cell.subject())
        .toList();
  }

  /** Shares of right answers: logits add up, answers are drawn. */
  private static double[][] simulate(Random random, int models, int subjects, int instances) {
    double[] ease = random.doubles(subjects, -0.6, 0.6).toArray();
    double[][] means = new double[models][subjects];
    for (double[] row : means) {
      double ability = 1.2 * random.nextDouble() - 0.6;
      for (int subject = 0; subject < subjects; subject++) {
        int right = 0;
        for (int i = 0; i < instances; i++) {
          right += random.nextDouble() < 1 / (1 + Math.exp(-ability - ease[subject])) ? 1 : 0;
        }
        row[subject] = right / (double) instances;
      }
    }
    return means;
  }

  private static double shifted(double mean, double logits) {
    return 1 / (1 + Math.exp(-Math.log(mean / (1 - mean)) - logits));
  }

  private static double required(@Nullable Double value) {
    assertNotNull(value);
    return value;
  }
}
