package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RanksTest {
  private static final double NONE = Double.NaN;

  @Test
  void winRatesOfOneColumn() {
    WinRates rates = new WinRates(5);
    rates.addColumn(new double[] {0.9, 0.5, 0.5, NONE, 0.1}, false);
    assertEquals(1.0, rates.meanRate(0));
    assertEquals(0.5, rates.meanRate(1));
    assertEquals(0.5, rates.meanRate(2));
    assertNull(rates.meanRate(3));
    assertEquals(0.0, rates.meanRate(4));
    assertEquals(0, rates.columns(3));
  }

  @Test
  void directionTurnsTheOrderAround() {
    WinRates rates = new WinRates(3);
    rates.addColumn(new double[] {0.0, -0.0, 2}, true);
    assertEquals(0.75, rates.meanRate(0));
    assertEquals(0.75, rates.meanRate(1));
    assertEquals(0.0, rates.meanRate(2));
  }

  @Test
  void columnsWithOneModelDoNotCount() {
    WinRates rates = new WinRates(2);
    rates.addColumn(new double[] {0.4, NONE}, false);
    assertNull(rates.meanRate(0));
    rates.addColumn(new double[] {0.4, 0.2}, false);
    rates.addColumn(new double[] {0.1, 0.2}, false);
    rates.addColumn(new double[] {0.3, 0.2}, false);
    assertEquals(2 / 3.0, rates.meanRate(0));
    assertEquals(3, rates.columns(0));
    assertThrows(IllegalArgumentException.class, () -> rates.addColumn(new double[] {1}, false));
    double[] infinite = {1, Double.POSITIVE_INFINITY};
    assertThrows(IllegalArgumentException.class, () -> rates.addColumn(infinite, false));
  }

  @Test
  void winRatesEqualCountingPairs() {
    Random random = new Random(17);
    for (int round = 0; round < 100; round++) {
      double[] means = new double[2 + random.nextInt(8)];
      for (int i = 0; i < means.length; i++) {
        means[i] = random.nextInt(5) - 2.0;
      }
      boolean lowerIsBetter = random.nextBoolean();
      WinRates rates = new WinRates(means.length);
      rates.addColumn(means, lowerIsBetter);
      for (int i = 0; i < means.length; i++) {
        double points = -0.5;
        for (double other : means) {
          double advantage = lowerIsBetter ? other - means[i] : means[i] - other;
          points += advantage > 0 ? 1 : advantage == 0 ? 0.5 : 0;
        }
        Double rate = rates.meanRate(i);
        assertNotNull(rate);
        assertEquals(points / (means.length - 1), rate, 1e-15);
      }
    }
  }

  @Test
  void rankIntervalsOverlapForNearTies() {
    boolean[][] better = new boolean[4][4];
    better[0][2] = true;
    better[0][3] = true;
    better[1][3] = true;
    assertEquals(
        List.of(
            new RankInterval(1, 2),
            new RankInterval(1, 3),
            new RankInterval(2, 4),
            new RankInterval(3, 4)),
        RankInterval.of(better));
    assertEquals(List.of(new RankInterval(1, 1)), RankInterval.of(new boolean[1][1]));
  }

  @Test
  void refusesContradictions() {
    boolean[][] both = {{false, true}, {true, false}};
    assertThrows(IllegalArgumentException.class, () -> RankInterval.of(both));
    assertThrows(IllegalArgumentException.class, () -> RankInterval.of(new boolean[2][3]));
  }
}
