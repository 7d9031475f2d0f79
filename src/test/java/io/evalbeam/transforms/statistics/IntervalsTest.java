package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {

  // The examples of Newcombe (1998), Statistics in Medicine 17, table I, method 3.
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void wilsonEqualsPublishedExamples(int right, int n, double lower, double upper) {
    Interval interval = WilsonInterval.of(right / (double) n, n);
    assertNotNull(interval);
    assertEquals(lower, interval.lower(), 5e-5);
    assertEquals(upper, interval.upper(), 5e-5);
  }

  @Test
  void wilsonIsNotCertainWhenAllAreRight() {
    Interval interval = WilsonInterval.of(1, 40);
    assertNotNull(interval);
    // 1 / (1 + z^2 / n), by hand.
    assertEquals(1 / (1 + 3.841458820694124 / 40), interval.lower(), 1e-15);
    assertEquals(1, interval.upper(), 1e-15);
  }

  @Test
  void wilsonStaysInsideForHugeAndSmallNumbers() {
    Interval one = WilsonInterval.of(0, 1);
    assertNotNull(one);
    assertEquals(0, one.lower());
    assertEquals(0.7934506856227626, one.upper(), 1e-15);
    Interval many = WilsonInterval.of(0.5, 4_000_000_000_000L);
    assertNotNull(many);
    assertEquals(2 * 0.5 * 1.959963984540054 / 2e6, many.upper() - many.lower(), 1e-15);
  }

  @Test
  void withoutInstancesThereIsNoInterval() {
    assertNull(WilsonInterval.of(0, 0));
    assertNull(TInterval.of(0.5, 0.1, 1));
    assertNull(TInterval.of(0.5, null, 10));
  }

  @Test
  void studentIntervalUsesTheQuantileOfItsDegrees() {
    Interval interval = TInterval.of(0.5, 0.1, 11);
    assertNotNull(interval);
    assertEquals(0.5 - 0.222813885198627, interval.lower(), 1e-14);
    assertEquals(0.5 + 0.222813885198627, interval.upper(), 1e-14);
  }

  @Test
  void refusesImpossibleArguments() {
    assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(1.01, 5));
    assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(Double.NaN, 5));
    assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(0.5, -1));
    assertThrows(IllegalArgumentException.class, () -> new Interval(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Interval(0, Double.NaN));
  }

  @Test
  void detectableDifferencesFollowTheUsualPlanning() {
    // (1.959964 + .841621) * .5 * sqrt(2 / 100) = .19810, the textbook's 392 a group for .1.
    assertEquals(0.1981020, DetectableDifference.independentProportions(0.5, 100), 1e-7);
    assertEquals(0.1, DetectableDifference.independentProportions(0.5, 392), 1e-4);
    assertEquals(2.801585218112968, DetectableDifference.paired(10.0, 100), 1e-14);
    assertEquals(2.801585218112968 * 2, DetectableDifference.independent(2.0, 2), 1e-14);
    assertNull(DetectableDifference.paired(0.1, 1));
    assertNull(DetectableDifference.independent(null, 10));
    assertNull(DetectableDifference.independentProportions(0.5, 1));
  }
}
