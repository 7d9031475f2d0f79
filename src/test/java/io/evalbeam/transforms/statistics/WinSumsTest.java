package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WinSumsTest {
  private static final List<Strength> STRENGTHS =
      List.of(Strength.fitted(0.4), Strength.fitted(0.1), Strength.fitted(-0.5));

  @Test
  void momentsSayAsMuchAsTheInstances() {
    double[][] scores = scores(300);
    ScoreCovariance byInstance = new ScoreCovariance(STRENGTHS);
    byInstance.add(InstanceOutcomes.of(scores, true));
    ScoreCovariance byMoments = new ScoreCovariance(STRENGTHS);
    WinSums.byModels(scores, true, 8)
        .orElseThrow()
        .forEach((set, sums) -> byMoments.add(sums, set.stream().toArray()));
    for (int model = 0; model < 3; model++) {
      assertArrayEquals(byInstance.matrix()[model], byMoments.matrix()[model], 1e-9);
    }
  }

  @Test
  void sumsOfTwoHalvesAreThoseOfTheWhole() {
    double[][] first = scores(40);
    double[][] both = new double[3][80];
    for (int model = 0; model < 3; model++) {
      System.arraycopy(first[model], 0, both[model], 0, 40);
      System.arraycopy(first[model], 0, both[model], 40, 40);
    }
    Map<BitSet, WinSums> once = WinSums.byModels(first, false, 8).orElseThrow();
    Map<BitSet, WinSums> twice = WinSums.byModels(both, false, 8).orElseThrow();
    assertEquals(once.keySet(), twice.keySet());
    once.forEach(
        (set, sums) -> {
          WinSums doubled = new WinSums(sums.models());
          doubled.add(sums);
          doubled.add(sums);
          WinSums whole = Objects.requireNonNull(twice.get(set));
          assertEquals(whole.instances(), doubled.instances());
          assertEquals(whole.halfWins(0), doubled.halfWins(0));
          assertEquals(whole.products(1, 0), doubled.products(0, 1));
        });
  }

  @Test
  void anInstanceOfOneModelComparesNothing() {
    double[][] scores = {{1, 0}, {Double.NaN, 1}};
    Map<BitSet, WinSums> sums = WinSums.byModels(scores, false, 8).orElseThrow();
    assertEquals(1, sums.size());
    assertEquals(1, sums.values().iterator().next().instances());
  }

  @Test
  void tooManySetsOfModelsAreNotSummedUp() {
    assertTrue(WinSums.byModels(scores(300), false, 2).isEmpty());
  }

  @Test
  void refusesModelsWithoutStrength() {
    ScoreCovariance covariance =
        new ScoreCovariance(
            List.of(Strength.fitted(0.1), Strength.missing(StrengthStatus.NEVER_WON)));
    assertThrows(
        IllegalArgumentException.class, () -> covariance.add(new WinSums(2), new int[] {0, 1}));
  }

  /** Thirds, a few of them missing. */
  private static double[][] scores(int instances) {
    Random random = new Random(5);
    double[][] scores = new double[3][instances];
    for (double[] model : scores) {
      for (int instance = 0; instance < instances; instance++) {
        model[instance] = random.nextInt(7) == 0 ? Double.NaN : random.nextInt(4) / 3.0;
      }
    }
    return scores;
  }
}
