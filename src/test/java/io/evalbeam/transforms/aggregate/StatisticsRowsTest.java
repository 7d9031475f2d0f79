package io.evalbeam.transforms.aggregate;

import static io.evalbeam.transforms.aggregate.Aggregated.known;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatisticsRowsTest {
  @Test
  void sharesHaveWilsonsInterval() {
    ComprehensiveStatistics cell = cell(AskedRun.of("gull", "tides").rightAndWrong(40, 0));
    assertEquals("wilson", cell.ciMethod());
    assertEquals(0.912378, cell.ciLower(), 5e-7);
    assertEquals(1, cell.ciUpper());
    assertEquals(0, cell.se(), "the spread seen is none, and still nothing is certain");
    assertNull(cell.detectableDifference());
  }

  @Test
  void gradedScoresHaveStudentsInterval() {
    ComprehensiveStatistics cell = cell(AskedRun.of("gull", "tides").scores(0.25, 0.5, 0.75));
    assertEquals("t", cell.ciMethod());
    // The .975 quantile of t with two degrees of freedom.
    double half = 4.302652729749464 * 0.25 / Math.sqrt(3);
    assertEquals(0.5 - half, cell.ciLower(), 1e-12);
    assertEquals(0.5 + half, cell.ciUpper(), 1e-12);
    assertNotNull(cell.detectableDifference());
  }

  @Test
  void theBootstrapIsAFunctionOfItsSeed() {
    ComprehensiveStatistics first = bootstrapped(1);
    assertEquals("bootstrap", first.ciMethod());
    double mean = known(first.mean());
    assertTrue(known(first.min()) < known(first.ciLower()), first.toString());
    assertTrue(known(first.ciLower()) < mean && mean < known(first.ciUpper()), first.toString());
    assertTrue(known(first.ciUpper()) < known(first.max()), first.toString());
    assertEquals(first, bootstrapped(1));
    assertNotEquals(first.ciLower(), bootstrapped(2).ciLower());
    assertEquals("wilson", cell(AskedRun.of("gull", "tides").scores(1, 0)).ciMethod());
  }

  private static ComprehensiveStatistics bootstrapped(long seed) {
    double[] scores = new Random(5).doubles(30).toArray();
    return Aggregated.by(
            new GradedIntervals(true, seed), AskedRun.of("gull", "tides").scores(scores))
        .cell("gull", "tides");
  }

  @Test
  void quantilesAndExtremes() {
    ComprehensiveStatistics cell = cell(AskedRun.of("gull", "tides").scores(0.1, 0.4, 0.2, 0.3));
    assertEquals(0.1, cell.min());
    assertEquals(0.4, cell.max());
    assertEquals(0.25, cell.median(), 1e-15);
  }

  @Test
  void trialsHaveAScatterOfTheirOwn() {
    ComprehensiveStatistics cell =
        cell(AskedRun.of("gull", "tides").scores(1, 0).trial(1).scores(0, 0));
    // Within: variances 1/2 and 0 of two trials. Between: variance 1/8 less 1/4 / 2.
    assertEquals(0.25, cell.withinTrialVariance());
    assertEquals(0, cell.betweenInstanceVariance());
    assertNull(
        cell(AskedRun.of("gull", "tides").scores(1, 0)).withinTrialVariance(),
        "one trial has none");
  }

  private static ComprehensiveStatistics cell(AskedRun run) {
    return Aggregated.of(run).cell("gull", "tides");
  }
}
