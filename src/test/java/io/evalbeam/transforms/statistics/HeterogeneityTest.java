package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeterogeneityTest {
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
