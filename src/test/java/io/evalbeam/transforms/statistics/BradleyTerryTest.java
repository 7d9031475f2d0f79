package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BradleyTerryTest {

  @Test
  void twoModelsHaveAClosedForm() {
    PairwiseComparisons comparisons = new PairwiseComparisons(2);
    comparisons.add(0, 1, 30, 10, 8);
    List<Strength> strengths = BradleyTerry.fit(comparisons);
    // Ties half and half: odds of 34 to 14.
    assertEquals(Math.log(34 / 14.0) / 2, log(strengths, 0), 1e-12);
    assertEquals(-Math.log(34 / 14.0) / 2, log(strengths, 1), 1e-12);
  }

  @Test
  void expectedWinsEqualWinsAndLogsHaveMeanZero() {
    Random random = new Random(1);
    PairwiseComparisons comparisons = new PairwiseComparisons(7);
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < i; j++) {
        comparisons.add(i, j, random.nextInt(50), 1 + random.nextInt(20), random.nextInt(9));
      }
    }
    List<Strength> strengths = BradleyTerry.fit(comparisons);
    double sum = 0;
    for (int i = 0; i < 7; i++) {
      sum += log(strengths, i);
      double surplus = 0;
      for (int j = 0; j < 7; j++) {
        if (j != i) {
          double odds = Math.exp(log(strengths, i) - log(strengths, j));
          surplus += comparisons.wins(i, j) - comparisons.instances(i, j) * odds / (1 + odds);
        }
      }
      assertEquals(0, surplus, 1e-8);
    }
    assertEquals(0, sum, 1e-12);
  }

  @Test
  void aLongChainConvergesAlthoughItIsSlow() {
    int models = 60;
    PairwiseComparisons chain = new PairwiseComparisons(models);
    for (int i = 1; i < models; i++) {
      chain.add(i, i - 1, 2, 1, 0);
    }
    List<Strength> strengths = BradleyTerry.fit(chain);
    // Without cycles each link is fitted exactly: odds of 2 to 1.
    for (int i = 0; i < models; i++) {
      assertEquals((i - (models - 1) / 2.0) * Math.log(2), log(strengths, i), 1e-9);
    }
  }

  @Test
  void nearlyOneSidedComparisonsStayFinite() {
    PairwiseComparisons comparisons = new PairwiseComparisons(3);
    comparisons.add(0, 1, 10_000_000, 0, 1);
    comparisons.add(1, 2, 10_000_000, 0, 1);
    List<Strength> strengths = BradleyTerry.fit(comparisons);
    assertEquals(Math.log(20_000_001), log(strengths, 0), 1e-7);
    assertEquals(0, log(strengths, 1), 1e-7);
  }

  @Test
  void infiniteStrengthsAreNullAndLeaveTheOthersAlone() {
    PairwiseComparisons comparisons = new PairwiseComparisons(6);
    comparisons.add(1, 2, 3, 1, 0);
    comparisons.add(0, 1, 9, 0, 0);
    comparisons.add(0, 2, 9, 0, 0);
    comparisons.add(3, 2, 0, 9, 0);
    comparisons.add(0, 4, 5, 0, 0);
    comparisons.add(4, 3, 5, 0, 0);
    List<Strength> strengths = BradleyTerry.fit(comparisons);
    assertEquals(Strength.missing(StrengthStatus.NEVER_LOST), strengths.get(0));
    assertEquals(Math.log(3) / 2, log(strengths, 1), 1e-12);
    assertEquals(-Math.log(3) / 2, log(strengths, 2), 1e-12);
    assertEquals(Strength.missing(StrengthStatus.NEVER_WON), strengths.get(3));
    assertEquals(Strength.missing(StrengthStatus.NOT_CONNECTED), strengths.get(4));
    assertEquals(Strength.missing(StrengthStatus.NOT_COMPARED), strengths.get(5));
  }

  @Test
  void equallyLargeGroupsHaveNoReference() {
    PairwiseComparisons comparisons = new PairwiseComparisons(4);
    comparisons.add(0, 1, 1, 1, 0);
    comparisons.add(2, 3, 1, 2, 0);
    for (Strength strength : BradleyTerry.fit(comparisons)) {
      assertEquals(Strength.missing(StrengthStatus.NOT_CONNECTED), strength);
    }
    PairwiseComparisons oneSided = new PairwiseComparisons(2);
    oneSided.add(0, 1, 4, 0, 0);
    assertNull(BradleyTerry.fit(oneSided).get(0).logStrength());
    assertEquals(List.of(), BradleyTerry.fit(new PairwiseComparisons(0)));
  }

  @Test
  void anUnfinishedFitIsNotPublished() {
    PairwiseComparisons comparisons = new PairwiseComparisons(2);
    comparisons.add(0, 1, 30, 10, 0);
    assertEquals(
        List.of(
            Strength.missing(StrengthStatus.NOT_CONVERGED),
            Strength.missing(StrengthStatus.NOT_CONVERGED)),
        BradleyTerry.fit(comparisons, 1));
  }

  @Test
  void refusesWhatDoesNotFit() {
    PairwiseComparisons comparisons = new PairwiseComparisons(3);
    assertThrows(IllegalArgumentException.class, () -> comparisons.add(1, 1, 1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> comparisons.add(0, 1, -1, 0, 0));
  }

  private static double log(List<Strength> strengths, int model) {
    assertEquals(StrengthStatus.FITTED, strengths.get(model).status());
    Double log = strengths.get(model).logStrength();
    assertNotNull(log);
    return log;
  }
}
