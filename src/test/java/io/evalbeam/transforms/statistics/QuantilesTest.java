package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Test
  void interpolatesAsNumPyDoes() {
    // numpy.quantile([1, 2, 2, 4, 10], [0, .05, .25, .5, .75, .9, 1])
    Quantiles quantiles = Quantiles.of(new TreeMap<>(Map.of(1.0, 1L, 2.0, 2L, 4.0, 1L, 10.0, 1L)));
    double[] probabilities = {0, 0.05, 0.25, 0.5, 0.75, 0.9, 1};
    double[] expected = {1, 1.2, 2, 2, 4, 7.6, 10};
    for (int i = 0; i < expected.length; i++) {
      Double quantile = quantiles.at(probabilities[i]);
      assertNotNull(quantile);
      assertEquals(expected[i], quantile, 1e-14);
    }
  }

  @Test
  void equalsSortingAllObservations() {
    Random random = new Random(8);
    for (int round = 0; round < 50; round++) {
      double[] values = new double[1 + random.nextInt(40)];
      TreeMap<Double, Long> counts = new TreeMap<>();
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(7) / 3.0;
        counts.merge(values[i], 1L, Long::sum);
      }
      Arrays.sort(values);
      double p = random.nextDouble();
      double position = p * (values.length - 1);
      int below = (int) position;
      int above = Math.min(values.length - 1, below + 1);
      double expected =
          values[below] * (1 - (position - below)) + values[above] * (position - below);
      Double quantile = Quantiles.of(counts).at(p);
      assertNotNull(quantile);
      assertEquals(expected, quantile, 1e-14);
    }
  }

  @Test
  void countsMayBeHuge() {
    Quantiles quantiles =
        Quantiles.of(new TreeMap<>(Map.of(0.0, 3_000_000_000L, 1.0, 1_000_000_000L)));
    assertEquals(0.0, quantiles.at(0.7499));
    assertEquals(1.0, quantiles.at(0.7501));
  }

  @Test
  void withoutObservationsThereIsNone() {
    assertNull(Quantiles.of(new TreeMap<>()).at(0.5));
    assertThrows(
        IllegalArgumentException.class, () -> Quantiles.of(new TreeMap<>(Map.of(1.0, 0L))));
    assertThrows(
        IllegalArgumentException.class, () -> Quantiles.of(new TreeMap<>(Map.of(1.0, 1L))).at(1.5));
  }
}
