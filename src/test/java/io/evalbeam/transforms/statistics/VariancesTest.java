package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VariancesTest {
  private static final double NONE = Double.NaN;

  @Test
  void trialsByHand() {
    // Variances within: 2, 0, 8. Means: 1, 3, 8, with variance 13.
    TrialComponents components =
        TrialComponents.of(new double[][] {{0, 2}, {3, 3}, {6, 10}, {NONE, NONE}});
    assertEquals(3, components.instances());
    assertEquals(10 / 3.0, components.within());
    Double between = components.between();
    assertNotNull(between);
    assertEquals(13 - 5 / 3.0, between, 1e-14);
  }

  @Test
  void noiseAloneHasNoVarianceBetween() {
    assertEquals(0.0, TrialComponents.of(new double[][] {{0, 1}, {1, 0}}).between());
  }

  @Test
  void singleTrialsTellNothingAboutRepeating() {
    TrialComponents components = TrialComponents.of(new double[][] {{1}, {0, NONE}, {1}});
    assertEquals(new TrialComponents(3, null, null), components);
    assertEquals(0.5, TrialComponents.of(new double[][] {{0, 1}}).within());
    assertNull(TrialComponents.of(new double[][] {{0, 1}}).between());
  }

  @Test
  void componentsRecoverASimulationWithMissingTrials() {
    Random random = new Random(31);
    double[][] scores = new double[20_000][];
    for (int i = 0; i < scores.length; i++) {
      double instance = 2 * random.nextGaussian();
      scores[i] = new double[1 + i % 3];
      for (int t = 0; t < scores[i].length; t++) {
        scores[i][t] = instance + 3 * random.nextGaussian();
      }
    }
    TrialComponents components = TrialComponents.of(scores);
    assertNotNull(components.within());
    assertNotNull(components.between());
    assertEquals(9, components.within(), 0.3);
    assertEquals(4, components.between(), 0.3);
  }

  @Test
  void worstCaseByHand() {
    double[] original = {1, 1, 0, 1, NONE};
    double[][] copies = {{1, 0, 1, NONE, 0}, {1, 1, NONE, NONE, 0}};
    WorstCase worst = WorstCase.of(original, copies, false);
    // Worst 1, 0, 0, 1; drops 0, 1, 0, 0.
    assertEquals(MeanEstimate.of(new double[] {1, 0, 0, 1}), worst.worst());
    assertEquals(MeanEstimate.of(new double[] {0, 1, 0, 0}), worst.drop().difference());
    assertEquals(1, worst.drop().positive());
    assertEquals(0, worst.drop().negative());
    assertEquals(3, worst.perturbed());
  }

  @Test
  void worstIsLargestWhereLowerIsBetter() {
    WorstCase worst = WorstCase.of(new double[] {1, 5}, new double[][] {{3, 2}}, true);
    assertEquals(4.0, worst.worst().mean());
    assertEquals(-1.0, worst.drop().difference().mean());
    assertThrows(
        IllegalArgumentException.class,
        () -> WorstCase.of(new double[2], new double[][] {{1}}, true));
  }

  @Test
  void heterogeneityByHand() {
    // Weights 100, weighted mean .4: Q = 100 (.04 + 0 + .04) = 8 with two degrees of freedom.
    Heterogeneity result =
        Heterogeneity.of(
            List.of(
                new MeanEstimate(50, 0.2, 0.7, 0.1),
                new MeanEstimate(50, 0.4, 0.7, 0.1),
                new MeanEstimate(50, 0.6, 0.7, 0.1),
                new MeanEstimate(1, 0.6, null, null),
                new MeanEstimate(9, 1.0, 0.0, 0.0)));
    assertNotNull(result);
    assertEquals(3, result.tasks());
    assertEquals(8, result.q(), 1e-13);
    assertEquals(Math.exp(-4), result.p(), 1e-14);
    assertEquals(0.75, result.shareBetween(), 1e-14);
    assertEquals(0.03, result.varianceBetween(), 1e-15);
  }

  @Test
  void equalTasksAreNotHeterogeneous() {
    MeanEstimate task = new MeanEstimate(20, 0.3, 0.4, 0.09);
    assertEquals(new Heterogeneity(2, 0, 1, 0, 0), Heterogeneity.of(List.of(task, task)));
    assertNull(Heterogeneity.of(List.of(task)));
  }
}
