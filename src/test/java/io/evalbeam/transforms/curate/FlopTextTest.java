package io.evalbeam.transforms.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlopTextTest {

  @ParameterizedTest
  @CsvSource({
    "3.8e25, 3.80e+25",
    "1e25, 1.00e+25",
    "9.999e24, 1.00e+25",
    "1.125, 1.12e+00", // exact in binary: half goes to even
    "1.135, 1.14e+00", // slightly above the half in binary
    "0.00123, 1.23e-03",
    "-2.5e10, -2.50e+10",
    "1.5e123, 1.50e+123",
    "0, 0.00e+00"
  })
  void threeDigitsRoundTheBinaryValue(double value, String expected) {
    assertEquals(expected, FlopText.threeDigits(value));
  }

  @ParameterizedTest
  @CsvSource({"1e25, 1e25", "2.5e24, 2.5e24", "1, 1e0", "123, 1.23e2"})
  void shortestTextIsUsedInNames(double value, String expected) {
    assertEquals(expected, FlopText.shortest(value));
  }

  @ParameterizedTest
  @CsvSource({"671e9, 671000000000.0", "7, 7.0", "1.5, 1.5"})
  void countsAreWrittenOut(double value, String expected) {
    assertEquals(expected, FlopText.count(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "about 3e25", "1d", "NaN", "Infinity", "0x1p3", "1e999", "1,000"})
  void whatIsNoNumberIsNull(String cell) {
    assertNull(FlopText.parse(cell));
  }

  @Test
  void spellingsOfOneNumberAreTheSame() {
    assertTrue(FlopText.same("5.959999999999999e+25", "5.96e+25"));
    assertTrue(FlopText.same("1.5e+26", "1.50E26"));
    assertFalse(FlopText.same("5.96e+25", "5.97e+25"));
    assertFalse(FlopText.same("", "5.97e+25"));
    assertTrue(FlopText.same("n/a", "n/a"));
  }
}
