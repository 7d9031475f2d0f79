package io.evalbeam.transforms.snapshot;

import static io.evalbeam.testing.StatisticsSamples.cell;
import static io.evalbeam.testing.StatisticsSamples.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reference values by SciPy's {@code ttest_ind_from_stats} with unequal variances. */
class MeanChangeTest {
  private static ComprehensiveStatistics score(double mean, @Nullable Double se, long n) {
    return with(cell("terns", "tern", mean, se), "n", n);
  }

  private static void assertNear(double expected, @Nullable Double actual) {
    assertNotNull(actual);
    assertEquals(expected, actual, 1e-12 * Math.abs(expected));
  }

  @Test
  void isWelchsTest() {
    MeanChange change = MeanChange.between(score(0.5, 0.02, 100), score(0.6, 0.03, 50));
    assertNear(0.0066996110061147245, change.p());
    assertNear(93.12950130637284, change.degreesOfFreedom());
    assertNear(0.03605551275463989, change.standardError());
    assertNear(0.1, change.difference());
    assertEquals(MeanChange.Reading.BEYOND, change.reading());
  }

  @Test
  void smallChangesAreWithinTheUncertainty() {
    MeanChange change = MeanChange.between(score(0.53, 0.02, 100), score(0.5, 0.02, 100));
    assertNear(0.2901364494152412, change.p());
    assertNear(198, change.degreesOfFreedom());
    assertEquals(MeanChange.Reading.WITHIN, change.reading());
  }

  @Test
  void oneSampleMayHaveNoSpread() {
    MeanChange change = MeanChange.between(score(0.5, 0.05, 100), score(0.6, 0.0, 50));
    assertNear(0.048239693372632994, change.p());
    assertNear(99, change.degreesOfFreedom());
  }

  @Test
  void withoutSpreadOrErrorNothingIsTested() {
    MeanChange flat = MeanChange.between(score(0, 0.0, 100), score(1, 0.0, 100));
    assertEquals(MeanChange.Reading.UNTESTED, flat.reading());
    assertNull(flat.p());
    MeanChange single = MeanChange.between(score(0, null, 1), score(1, 0.1, 100));
    assertEquals(MeanChange.Reading.UNTESTED, single.reading());
    assertEquals(1.0, single.difference());
    assertNull(single.standardError());
  }

  @Test
  void aMeanThatCameOrLeftHasNoDifference() {
    ComprehensiveStatistics none = with(score(0, null, 0), "mean", null);
    MeanChange came = MeanChange.between(none, score(1, 0.1, 100));
    assertEquals(MeanChange.Reading.UNTESTED, came.reading());
    assertNull(came.difference());
    assertTrue(came.isChange());
    assertFalse(MeanChange.between(none, none).isChange());
  }

  @Test
  void theSameMeanOverMoreInstancesIsAChange() {
    MeanChange grown = MeanChange.between(score(0.5, 0.02, 100), score(0.5, 0.01, 400));
    assertEquals(MeanChange.Reading.SAME, grown.reading());
    assertTrue(grown.isChange());
    assertFalse(MeanChange.between(score(0.5, 0.02, 100), score(0.5, 0.02, 100)).isChange());
  }
}
