package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MultipleComparisonsTest {

  @Test
  void adjustsAsByHand() {
    double[] p = {0.01, 0.04, 0.03, 0.005};
    assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, MultipleComparisons.holm(p), 1e-15);
    assertArrayEquals(
        new double[] {0.02, 0.04, 0.04, 0.02}, MultipleComparisons.benjaminiHochberg(p), 1e-15);
    assertArrayEquals(new double[] {0.01, 0.04, 0.03, 0.005}, p);
  }

  @Test
  void neverExceedsOneAndLetsTiesBeEqual() {
    double[] p = {0.5, 0.5, 0.02, 0.02, 1, 0};
    assertArrayEquals(new double[] {1, 1, 0.1, 0.1, 1, 0}, MultipleComparisons.holm(p), 1e-15);
    assertArrayEquals(
        new double[] {0.6, 0.6, 0.04, 0.04, 1, 0}, MultipleComparisons.benjaminiHochberg(p), 1e-15);
    assertEquals(0, MultipleComparisons.holm(new double[0]).length);
  }

  @Test
  void holmIsTheSmallestLevelThatRejects() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      double[] p = random.doubles(1 + random.nextInt(8), 0, 0.4).toArray();
      double[] adjusted = MultipleComparisons.holm(p);
      for (int test = 0; test < p.length; test++) {
        assertEquals(adjusted[test] < 0.05, rejectedByHolm(p, test, 0.05));
      }
    }
  }

  @Test
  void orderDoesNotMatter() {
    double[] p = {0.2, 0.01, 0.2, 0.03, 0.01};
    double[] reversed = {0.01, 0.03, 0.2, 0.01, 0.2};
    double[] holm = MultipleComparisons.holm(p);
    double[] hochberg = MultipleComparisons.benjaminiHochberg(p);
    for (int i = 0; i < p.length; i++) {
      assertEquals(holm[i], MultipleComparisons.holm(reversed)[4 - i]);
      assertEquals(hochberg[i], MultipleComparisons.benjaminiHochberg(reversed)[4 - i]);
    }
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThrows(
        IllegalArgumentException.class, () -> MultipleComparisons.holm(new double[] {1.1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> MultipleComparisons.benjaminiHochberg(new double[] {Double.NaN}));
  }

  /** Holm's procedure as it is told: step down, divide the level by the tests left. */
  private static boolean rejectedByHolm(double[] p, int asked, double level) {
    boolean[] rejected = new boolean[p.length];
    for (int left = p.length; left > 0; left--) {
      int smallest = -1;
      for (int i = 0; i < p.length; i++) {
        if (!rejected[i] && (smallest < 0 || p[i] < p[smallest])) {
          smallest = i;
        }
      }
      if (p[smallest] >= level / left) {
        break;
      }
      rejected[smallest] = true;
    }
    return rejected[asked];
  }
}
