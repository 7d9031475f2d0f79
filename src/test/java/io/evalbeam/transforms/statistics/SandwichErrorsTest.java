package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SandwichErrorsTest {
  private static final double[] ABILITIES = {0.5, 0.1, -0.6};

  @Test
  void twoModelsHaveAClosedForm() {
    // 6 wins, 2 losses, 2 ties on 10 instances: p = .7, residuals .3, -.7 and -.2.
    double[][] scores = {{1, 1, 1, 1, 1, 1, 0, 0, 1, 0}, {0, 0, 0, 0, 0, 0, 1, 1, 1, 0}};
    List<Strength> strengths = fit(scores);
    double scatter = 6 * 0.09 + 2 * 0.49 + 2 * 0.04;
    double errorOfLogOdds = Math.sqrt(scatter) / (10 * 0.7 * 0.3);
    assertEquals(errorOfLogOdds / 2, error(strengths, 0), 1e-12);
    assertEquals(errorOfLogOdds / 2, error(strengths, 1), 1e-12);
  }

  @Test
  void modelsWithoutStrengthHaveNoErrorAndChangeNone() {
    double[][] two = {{1, 0, 1, 1, 0.5}, {0, 1, 1, 0, 0.25}};
    double[][] three = {two[0], two[1], {-1, -1, -1, -1, -1}};
    List<Strength> strengths = fit(three);
    assertEquals(fit(two), strengths.subList(0, 2));
    assertEquals(Strength.missing(StrengthStatus.NEVER_WON), strengths.get(2));
    assertNull(strengths.get(2).standardError());
  }

  @Test
  void agreesWithABootstrapOverInstances() {
    Random random = new Random(12);
    double[][] scores = simulate(random, 400);
    List<Strength> strengths = fit(scores);
    int replicates = 600;
    double[] sums = new double[3];
    double[] squares = new double[3];
    for (int replicate = 0; replicate < replicates; replicate++) {
      double[][] resampled = new double[3][400];
      for (int instance = 0; instance < 400; instance++) {
        int drawn = random.nextInt(400);
        for (int model = 0; model < 3; model++) {
          resampled[model][instance] = scores[model][drawn];
        }
      }
      List<Strength> again = fit(resampled);
      for (int model = 0; model < 3; model++) {
        sums[model] += log(again, model);
        squares[model] += log(again, model) * log(again, model);
      }
    }
    for (int model = 0; model < 3; model++) {
      double mean = sums[model] / replicates;
      double deviation = Math.sqrt(squares[model] / replicates - mean * mean);
      assertEquals(deviation, error(strengths, model), 0.12 * deviation);
    }
  }

  @Test
  void intervalsCoverTheTruthAsOftenAsTheySay() {
    List<Strength> truth = fit(simulate(new Random(99), 300_000));
    Random random = new Random(2);
    int covered = 0;
    int replicates = 400;
    for (int replicate = 0; replicate < replicates; replicate++) {
      List<Strength> strengths = fit(simulate(random, 150));
      for (int model = 0; model < 3; model++) {
        double distance = Math.abs(log(strengths, model) - log(truth, model));
        covered += distance <= 1.959963984540054 * error(strengths, model) ? 1 : 0;
      }
    }
    double coverage = covered / (3.0 * replicates);
    assertTrue(coverage > 0.92 && coverage < 0.98, () -> "coverage " + coverage);
  }

  /** Right or wrong answers; how hard an instance is makes its comparisons dependent. */
  private static double[][] simulate(Random random, int instances) {
    double[][] scores = new double[ABILITIES.length][instances];
    for (int instance = 0; instance < instances; instance++) {
      double ease = random.nextGaussian();
      for (int model = 0; model < ABILITIES.length; model++) {
        double right = 1 / (1 + Math.exp(-ABILITIES[model] - ease));
        scores[model][instance] = random.nextDouble() < right ? 1 : 0;
      }
    }
    return scores;
  }

  private static List<Strength> fit(double[][] scores) {
    InstanceOutcomes outcomes = InstanceOutcomes.of(scores, false);
    PairwiseComparisons comparisons = ComparedScores.of(scores, false);
    List<Strength> strengths = BradleyTerry.fit(comparisons);
    ScoreCovariance covariance = new ScoreCovariance(strengths);
    covariance.add(outcomes);
    return SandwichErrors.of(strengths, comparisons, covariance);
  }

  private static double log(List<Strength> strengths, int model) {
    Double log = strengths.get(model).logStrength();
    assertNotNull(log);
    return log;
  }

  private static double error(List<Strength> strengths, int model) {
    Double error = strengths.get(model).standardError();
    assertNotNull(error);
    return error;
  }
}
