package io.evalbeam.schemas.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

  @ParameterizedTest
  @CsvSource({
    "5.9585e25, 2, 5.96e+25",
    "1.005e24, 2, 1.00e+24", // the nearest double lies below
    "9.996e24, 2, 1.00e+25",
    "1.125, 2, 1.12e+00", // an exact tie goes to the even digit
    "1.375, 2, 1.38e+00",
    "-0.00012345, 2, -1.23e-04",
    "1e100, 1, 1.0e+100",
    "0, 2, 0.00e+00",
    "9.9e24, 1, 9.9e+24"
  })
  void writesScientific(double value, int fractionDigits, String expected) {
    assertEquals(expected, DecimalText.scientific(value, fractionDigits));
    assertEquals(Double.parseDouble(expected), DecimalText.rounded(value, fractionDigits));
  }

  @ParameterizedTest
  @CsvSource({"2.5, 2", "3.5, 4", "0.5, 0", "340, 340", "1.5e3, 1500"})
  void writesWholeNumbers(double value, String expected) {
    assertEquals(expected, DecimalText.whole(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"0;0", "999;999", "1000;1,000", "-1234567;-1,234,567", "123456;123,456"})
  void groupsDigits(BigInteger value, String expected) {
    assertEquals(expected, DecimalText.grouped(value));
  }

  @ParameterizedTest
  @CsvSource({
    "1335, 1335.0",
    "73.2, 73.2",
    "671e9, 671000000000.0",
    "1e15, 1000000000000000.0",
    "1e16, 1e+16",
    "1.25e25, 1.25e+25",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "-2.5, -2.5",
    "0, 0.0",
    "0.1, 0.1"
  })
  void writesShortest(double value, String expected) {
    assertEquals(expected, DecimalText.shortest(value));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1 + 0.2, 1.1 * 1e25, Math.PI, 1.0 / 3, Double.MIN_VALUE})
  void shortestReadsBack(double value) {
    assertEquals(value, Double.parseDouble(DecimalText.shortest(value)));
  }
}
