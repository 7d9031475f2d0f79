package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RightAnswersTest {
  private static final int INSTANCES = 300;

  /** The fourth model has no strength, the second takes no part in the task. */
  private static final List<Strength> STRENGTHS =
      List.of(
          Strength.fitted(0.4),
          Strength.fitted(0.1),
          Strength.fitted(-0.3),
          Strength.missing(StrengthStatus.NEVER_WON),
          Strength.fitted(-0.2));

  private static final int[] MODELS = {0, 2, 3, 4};

  private final double[][] scores = scores();

  @Test
  void countsOfRightAnswersSayAsMuchAsTheScores() {
    ScoreCovariance fromScores = new ScoreCovariance(STRENGTHS);
    fromScores.add(InstanceOutcomes.of(scores, false));
    ScoreCovariance fromCounts = new ScoreCovariance(STRENGTHS);
    fromCounts.add(counts());
    assertClose(fromScores, fromCounts);
  }

  @Test
  void wrongAnswersCountWhereLowerIsBetter() {
    ScoreCovariance fromScores = new ScoreCovariance(STRENGTHS);
    fromScores.add(InstanceOutcomes.of(scores, true));
    ScoreCovariance fromCounts = new ScoreCovariance(STRENGTHS);
    fromCounts.add(counts().inverted());
    assertClose(fromScores, fromCounts);
  }

  private static void assertClose(ScoreCovariance expected, ScoreCovariance actual) {
    for (int model = 0; model < STRENGTHS.size(); model++) {
      assertArrayEquals(expected.matrix()[model], actual.matrix()[model], 1e-9);
    }
  }

  private RightAnswers counts() {
    long[][] bothRight = new long[MODELS.length][MODELS.length];
    for (int a = 0; a < MODELS.length; a++) {
      for (int b = 0; b < MODELS.length; b++) {
        for (int instance = 0; instance < INSTANCES; instance++) {
          bothRight[a][b] +=
              scores[MODELS[a]][instance] == 1 && scores[MODELS[b]][instance] == 1 ? 1 : 0;
        }
      }
    }
    return new RightAnswers(MODELS, INSTANCES, bothRight);
  }

  private static double[][] scores() {
    Random random = new Random(21);
    double[][] scores = new double[STRENGTHS.size()][INSTANCES];
    Arrays.fill(scores[1], Double.NaN);
    for (int model : MODELS) {
      for (int instance = 0; instance < INSTANCES; instance++) {
        scores[model][instance] = random.nextInt(10) < 4 + model ? 1 : 0;
      }
    }
    return scores;
  }
}
