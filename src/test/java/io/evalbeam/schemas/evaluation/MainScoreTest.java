package io.evalbeam.schemas.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class MainScoreTest {
  private static final MainMetric MAIN = new MainMetric("exact", "quasi", "test", false, true);

  private static MetricValues values(double exact, double quasi) {
    return MetricValues.of(List.of("exact", "quasi"), new double[] {exact, quasi});
  }

  @Test
  void theMainMetricCounts() {
    MetricValues values = values(0, 1);
    assertEquals("exact", MainScore.metric(MAIN, values));
    assertEquals(0.0, MainScore.score(MAIN, values));
    assertEquals(false, MainScore.correct(MAIN, values));
  }

  @Test
  void itsFallbackCountsWhereOnlyThatHasAValue() {
    MetricValues values = values(Double.NaN, 1);
    assertEquals("quasi", MainScore.metric(MAIN, values));
    assertEquals(1.0, MainScore.score(MAIN, values));
    assertEquals(true, MainScore.correct(MAIN, values));
  }

  @Test
  void aMissingScoreIsNotZero() {
    for (MetricValues values : List.of(values(Double.NaN, Double.NaN), MetricValues.NONE)) {
      assertEquals("exact", MainScore.metric(MAIN, values));
      assertNull(MainScore.score(MAIN, values));
      assertNull(MainScore.correct(MAIN, values));
    }
  }

  @Test
  void onlyZeroAndOneOfBinaryMetricsAreCorrectOrNot() {
    assertNull(MainScore.correct(MAIN, values(0.5, 1)));
    MainMetric graded = new MainMetric("exact", null, "test", false, false);
    assertEquals(1.0, MainScore.score(graded, values(1, 1)));
    assertNull(MainScore.correct(graded, values(1, 1)));
  }

  @Test
  void aTaskWithoutMainMetricHasNoScore() {
    assertNull(MainScore.metric(null, values(1, 1)));
    assertNull(MainScore.score(null, values(1, 1)));
    assertNull(MainScore.correct(null, values(1, 1)));
  }
}
