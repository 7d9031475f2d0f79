package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evalbeam.transforms.statistics.InstanceOutcomes.Outcome;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InstanceOutcomesTest {
  @Test
  void outcomesEqualComparingEveryPair() {
    Random random = new Random(4);
    double[][] scores = new double[5][300];
    for (double[] model : scores) {
      for (int instance = 0; instance < model.length; instance++) {
        model[instance] = random.nextInt(6) == 0 ? Double.NaN : random.nextInt(3) / 2.0;
      }
    }
    PairwiseComparisons expected = ComparedScores.of(scores, true);
    InstanceOutcomes outcomes = InstanceOutcomes.of(scores, true);
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < i; j++) {
        double wins = 0;
        long instances = 0;
        for (Outcome outcome : outcomes.outcomes()) {
          int first = outcome.halfWins()[i];
          int second = outcome.halfWins()[j];
          if (first != HalfWins.MISSING && second != HalfWins.MISSING) {
            double won = first > second ? 1 : first == second ? 0.5 : 0;
            wins += won * outcome.count();
            instances += outcome.count();
          }
        }
        assertEquals(expected.wins(i, j), wins);
        assertEquals(expected.instances(i, j), instances);
      }
    }
  }

  @Test
  void fewDistinctOutcomesAreGrouped() {
    double[][] scores = {{1, 0, 1, 0}, {0, 1, 0, 1}};
    assertEquals(2, InstanceOutcomes.of(scores, false).outcomes().size());
  }

  @Test
  void refusesModelsWithDifferentNumbersOfInstances() {
    double[][] ragged = {{1, 0}, {1}};
    assertThrows(IllegalArgumentException.class, () -> InstanceOutcomes.of(ragged, false));
  }
}
