package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignTestTest {

  @Test
  void equalsExactFractionsToTheLastBit() {
    for (int n = 0; n <= 60; n++) {
      for (int positive = 0; positive <= n; positive++) {
        assertEquals(exact(positive, n - positive), SignTest.exactP(positive, n - positive));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 128", "40, 88", "63, 65", "0, 129", "40, 89", "120, 140", "3, 900"})
  void bothWaysOfSummingAreExactWhereTheyMeet(int positive, int negative) {
    double expected = exact(positive, negative);
    assertEquals(expected, SignTest.exactP(positive, negative), 1e-13 * expected);
    assertEquals(expected, SignTest.exactP(negative, positive), 1e-13 * expected);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 600, 2.7284641560660184e-10",
    "49700, 50300, 0.058197353110193746",
    "4999000, 5001000, 0.5272958562066438",
    "4990000, 5010000, 2.5448004911551731e-10"
  })
  void manyDifferencesNeitherOverflowNorTakeLong(long positive, long negative, double expected) {
    assertTimeout(
        Duration.ofSeconds(2),
        () -> assertEquals(expected, SignTest.exactP(positive, negative), 1e-12 * expected));
  }

  @Test
  void noEvidenceGivesOne() {
    assertEquals(1, SignTest.exactP(0, 0));
    assertEquals(1, SignTest.exactP(1, 0));
    assertEquals(1, SignTest.exactP(5_000_000, 5_000_000));
    assertEquals(1, SignTest.exactP(5_000_000, 5_000_001));
  }

  @Test
  void hopelessCasesReachZero() {
    assertEquals(0, SignTest.exactP(0, 10_000_000));
  }

  @Test
  void refusesNegativeNumbers() {
    assertThrows(IllegalArgumentException.class, () -> SignTest.exactP(-1, 3));
  }

  private static double exact(int positive, int negative) {
    int n = positive + negative;
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i <= Math.min(positive, negative); i++) {
      sum = sum.add(factorial(n).divide(factorial(i).multiply(factorial(n - i))));
    }
    BigDecimal p = new BigDecimal(sum.shiftLeft(1)).divide(new BigDecimal(BigInteger.TWO.pow(n)));
    return p.min(BigDecimal.ONE).doubleValue();
  }

  private static BigInteger factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= n; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return product;
  }
}
