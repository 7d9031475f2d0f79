package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PercentileBootstrapTest {
  private static final PercentileBootstrap BOOTSTRAP = new PercentileBootstrap(7, 2000);

  @Test
  void streamIsSplitMix64() {
    // The first outputs of the reference implementation for seed 1234567.
    CounterRandom random = new CounterRandom(1234567);
    assertEquals(6457827717110365317L, random.next());
    assertEquals(3203168211198807973L, random.next());
    assertEquals(Long.parseUnsignedLong("9817491932198370423"), random.next());
  }

  @Test
  void positionsAreEquallyLikely() {
    CounterRandom random = CounterRandom.replicate(CounterRandom.origin(3, "key"), 5);
    int[] counts = new int[7];
    for (int draw = 0; draw < 70_000; draw++) {
      counts[random.nextBelow(7)]++;
    }
    double q = 0;
    for (int count : counts) {
      q += (count - 10_000.0) * (count - 10_000.0) / 10_000;
    }
    double p = ChiSquare.upperTail(q, 6);
    assertTrue(p > 0.001, () -> "p " + p);
  }

  @Test
  void approachesTheIntervalOfTheNormalDistribution() {
    Random random = new Random(21);
    double[] values = random.doubles(2500).toArray();
    MeanEstimate estimate = MeanEstimate.of(values);
    Double mean = estimate.mean();
    Double error = estimate.standardError();
    Interval interval = BOOTSTRAP.ofMean(values, "uniform");
    assertNotNull(mean);
    assertNotNull(error);
    assertNotNull(interval);
    assertEquals(mean - 1.96 * error, interval.lower(), 0.15 * error);
    assertEquals(mean + 1.96 * error, interval.upper(), 0.15 * error);
  }

  @Test
  void interpolatesAsNumPyDoes() {
    // numpy.quantile([1, 2, 2, 4, 10], [0, .05, .25, .5, .75, .9, 1])
    double[] sorted = {1, 2, 2, 4, 10};
    double[] probabilities = {0, 0.05, 0.25, 0.5, 0.75, 0.9, 1};
    double[] expected = {1, 1.2, 2, 2, 4, 7.6, 10};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], PercentileBootstrap.quantile(sorted, probabilities[i]), 1e-14);
    }
    assertEquals(3, PercentileBootstrap.quantile(new double[] {3}, 0.975));
  }

  @Test
  void dependsOnSeedKeyAndValuesOnly() {
    double[] values = {0.1, 0.7, 0.3, 0.9, 0.2, 0.55};
    double[] shuffled = {0.55, 0.3, 0.1, 0.2, 0.9, 0.7};
    Interval interval = BOOTSTRAP.ofMean(values, "key");
    assertEquals(interval, BOOTSTRAP.ofMean(shuffled, "key"));
    assertEquals(interval, new PercentileBootstrap(7, 2000).ofMean(values, "key"));
    assertNotEquals(
        CounterRandom.origin(7, "key"), CounterRandom.origin(8, "key"), "seeds do not matter");
    assertNotEquals(
        CounterRandom.origin(7, "key"), CounterRandom.origin(7, "other"), "keys do not matter");
    assertNotEquals(
        CounterRandom.replicate(1, 1).next(),
        CounterRandom.replicate(1, 2).next(),
        "replicates are equal");
  }

  @Test
  void tooFewValuesHaveNoInterval() {
    assertNull(BOOTSTRAP.ofMean(new double[] {1}, "key"));
    assertEquals(new Interval(1, 1), BOOTSTRAP.ofMean(new double[] {1, 1, 1}, "key"));
    assertThrows(IllegalArgumentException.class, () -> new PercentileBootstrap(1, 0));
  }
}
