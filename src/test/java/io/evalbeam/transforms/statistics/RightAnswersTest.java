package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightAnswersTest {
  private static final int MODELS = 4;
  private static final int INSTANCES = 300;

  private final double[][] scores = scores();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void countsOfRightAnswersSayAsMuchAsTheScores(boolean lowerIsBetter) {
    RightAnswers counts = counts();
    Map<BitSet, WinSums> fromScores = WinSums.byModels(scores, lowerIsBetter, 1).orElseThrow();
    WinSums expected = fromScores.values().iterator().next();
    WinSums actual = (lowerIsBetter ? counts.inverted() : counts).wins();
    assertEquals(INSTANCES, actual.instances());
    assertEquals(expected.instances(), actual.instances());
    for (int i = 0; i < MODELS; i++) {
      assertEquals(expected.halfWins(i), actual.halfWins(i));
      for (int j = 0; j < MODELS; j++) {
        assertEquals(expected.products(i, j), actual.products(i, j));
      }
    }
  }

  @Test
  void ofTwoModelsBothAreRightWhereCounted() {
    WinSums wins = new RightAnswers(10, new long[][] {{7, 5}, {5, 6}}).wins();
    // 2 wins, 1 loss, 7 ties
    assertEquals(2 * 2 + 7, wins.halfWins(0));
    assertEquals(2 + 7, wins.halfWins(1));
    assertEquals(4 * 2 + 7, wins.products(0, 0));
    assertEquals(7, wins.products(0, 1));
  }

  private RightAnswers counts() {
    long[][] bothRight = new long[MODELS][MODELS];
    for (int a = 0; a < MODELS; a++) {
      for (int b = 0; b < MODELS; b++) {
        for (int instance = 0; instance < INSTANCES; instance++) {
          bothRight[a][b] += scores[a][instance] == 1 && scores[b][instance] == 1 ? 1 : 0;
        }
      }
    }
    return new RightAnswers(INSTANCES, bothRight);
  }

  private static double[][] scores() {
    Random random = new Random(21);
    double[][] scores = new double[MODELS][INSTANCES];
    for (int model = 0; model < MODELS; model++) {
      for (int instance = 0; instance < INSTANCES; instance++) {
        scores[model][instance] = random.nextInt(10) < 4 + model ? 1 : 0;
      }
    }
    return scores;
  }
}
