package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.15865525393145705",
    "3, 0.0013498980316300945",
    "6, 9.8658764503769814e-10",
    "10, 7.6198530241605261e-24",
    "30, 4.9067139271481871e-198"
  })
  void normalTailKeepsItsDigitsFarOut(double z, double expected) {
    assertRelative(expected, NormalDistribution.upperTail(z), 1e-13);
    assertRelative(1 - expected, NormalDistribution.cumulative(z), 1e-14);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0",
    "0.8, 0.84162123357291421",
    "0.95, 1.6448536269514727",
    "0.975, 1.9599639845400542",
    "0.999, 3.0902323061678135",
    "1e-10, -6.3613409024040562"
  })
  void normalQuantilesAreThoseOfTheTables(double probability, double expected) {
    assertRelative(expected, NormalDistribution.quantile(probability), 1e-14);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 12.706204736174705",
    "2, 4.3026527297494639",
    "5, 2.5705818356363155",
    "10, 2.2281388519862747",
    "30, 2.0422724563012383",
    "39, 2.0226909200367611",
    "120, 1.9799304050824408"
  })
  void studentQuantilesAreThoseOfTheTables(double degreesOfFreedom, double expected) {
    assertRelative(expected, StudentT.quantile(0.975, degreesOfFreedom), 1e-13);
    assertRelative(-expected, StudentT.quantile(0.025, degreesOfFreedom), 1e-13);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.01, 0.5, 1, 1.7, 2, 12, 1000})
  void studentTailHasClosedFormsForOneAndTwoDegrees(double t) {
    assertRelative(Math.atan2(1, t) / Math.PI, StudentT.upperTail(t, 1), 1e-13);
    double root = Math.sqrt(2 + t * t);
    assertRelative(1 / (root * (root + t)), StudentT.upperTail(t, 2), 1e-13);
    assertRelative(1, StudentT.upperTail(t, 2) + StudentT.upperTail(-t, 2), 1e-15);
  }

  @Test
  void studentBecomesNormalWithManyDegrees() {
    // The first term of the expansion for many degrees, Abramowitz and Stegun 26.7.5.
    double z = 1.959963984540054;
    double degrees = 1e7;
    double expected = z + (z * z * z + z) / (4 * degrees);
    assertRelative(expected, StudentT.quantile(0.975, degrees), 1e-13);
    assertRelative(4.111746955327181e-89, StudentT.upperTail(20, 1e5), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "3.841458820694124, 1, 0.05",
    "11, 5, 0.051379983483069532",
    "60, 30, 0.00092068239614866626",
    "150, 100, 0.00090393204235400909"
  })
  void chiSquareTails(double x, double degreesOfFreedom, double expected) {
    assertRelative(expected, ChiSquare.upperTail(x, degreesOfFreedom), 1e-13);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-6, 0.3, 2, 5, 80, 1400})
  void chiSquareHasClosedFormsForEvenDegrees(double x) {
    assertRelative(Math.exp(-x / 2), ChiSquare.upperTail(x, 2), 1e-12);
    assertRelative(Math.exp(-x / 2) * (1 + x / 2), ChiSquare.upperTail(x, 4), 1e-12);
  }

  @Test
  void incompleteBetaIsABinomialTail() {
    // I_p(k, n - k + 1) is the probability of at least k successes in n trials.
    for (double p : new double[] {0.001, 0.3, 0.5, 0.97}) {
      double atLeastThree = 0;
      for (int successes = 3; successes <= 7; successes++) {
        long ways = new long[] {35, 35, 21, 7, 1}[successes - 3];
        atLeastThree += ways * Math.pow(p, successes) * Math.pow(1 - p, 7 - successes);
      }
      assertRelative(atLeastThree, IncompleteBeta.regularised(3, 5, p, 1 - p), 1e-13);
    }
    assertEquals(0, IncompleteBeta.regularised(2, 3, 0, 1));
    assertEquals(1, IncompleteBeta.regularised(2, 3, 1, 0));
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThrows(IllegalArgumentException.class, () -> NormalDistribution.quantile(0));
    assertThrows(IllegalArgumentException.class, () -> NormalDistribution.quantile(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> StudentT.quantile(1, 3));
    assertThrows(IllegalArgumentException.class, () -> StudentT.quantile(0.9, 0));
    assertThrows(IllegalArgumentException.class, () -> ChiSquare.upperTail(-1, 3));
    assertThrows(IllegalArgumentException.class, () -> StudentT.upperTail(Double.NaN, 3));
    assertThrows(IllegalArgumentException.class, () -> NormalDistribution.upperTail(Double.NaN));
  }

  @Test
  void infinityHasNothingBeyond() {
    assertEquals(0, NormalDistribution.upperTail(Double.POSITIVE_INFINITY));
    assertEquals(1, NormalDistribution.upperTail(Double.NEGATIVE_INFINITY));
    assertEquals(0, ChiSquare.upperTail(Double.POSITIVE_INFINITY, 3));
    assertEquals(1, ChiSquare.upperTail(0, 3));
    assertEquals(0, StudentT.upperTail(Double.POSITIVE_INFINITY, 3));
    assertEquals(1, StudentT.upperTail(Double.NEGATIVE_INFINITY, 3));
  }

  private static void assertRelative(double expected, double actual, double tolerance) {
    assertEquals(expected, actual, tolerance * Math.abs(expected));
  }
}
