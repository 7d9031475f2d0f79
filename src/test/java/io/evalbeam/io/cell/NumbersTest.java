package io.evalbeam.io.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.testing.SharedData;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1,234; 1234",
        "1,234,567.5; 1234567.5",
        "86.2; 86.2",
        "1424±5; 1424",
        "1424 ± 5.5; 1424",
        "1424 +5/-4; 1424",
        "1424 (+5/-4); 1424",
        "1.5e13; 1.5e13",
        "1.5E+13; 1.5e13",
        "2.4 × 10^25; 2.4e25",
        "10^25; 1e25",
        "7T; 7e12",
        "405B; 405e9",
        "1.76 trillion; 1.76e12",
        "350M; 350e6",
        "3 million; 3e6",
        "12k; 12000",
        "2 thousand; 2000",
        "\u22125; -5",
        "+12; 12",
        ".5; 0.5",
        "1.; 1",
        "1\u202f234\u202f567; 1234567",
        "0; 0",
        "-0; 0",
      })
  void readsNumbersAsWritten(String text, double expected) {
    assertEquals(new NumberReading.Value(expected, false), Numbers.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"86.2%", " 86.2 % ", "86.2% ± 1.1%", "86.2±1.1%"})
  void keepsThePercentSignBesideTheNumber(String text) {
    assertEquals(new NumberReading.Value(86.2, true), Numbers.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "–", "—", "N/A", "n/a", "NA", "null", "None", "\u00a0"})
  void understandsBlanks(String text) {
    assertInstanceOf(NumberReading.Missing.class, Numbers.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.234,5", "1,5", "12,34,567", "1,2345", "NaN", "inf", "Infinity", "abc", "Elo-9", "8/25",
        "~900", "1200 (+9)", "=1+2", "#REF!", "2_500", "4.5.6", "2.72xyz", "2 345", "12 34", "e5",
        "$9", ".", "--5", "١٢"
      })
  void refusesWhatIsNotOneCertainNumber(String text) {
    assertEquals(IssueCode.NUMBER_INVALID, invalid(text).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1e-400", "1e999999999", "9e999999999T"})
  void refusesWhatNoDoubleHolds(String text) {
    assertEquals(IssueCode.NUMBER_OUT_OF_RANGE, invalid(text).code());
  }

  @Test
  void refusesEndlessDigits() {
    assertEquals(IssueCode.NUMBER_INVALID, invalid("9".repeat(100_000)).code());
  }

  @Test
  void saysWhyACommaIsDoubtful() {
    assertEquals(
        "The comma may be a decimal sign or a separator; write 1234.5 or 1,234.5.",
        invalid("1.234,5").reason());
  }

  @ParameterizedTest
  @CsvSource({
    "Elo-7, -7",
    "2e6, 2",
    "8/10, 8",
    "77±3, 77",
    "≈500, 500",
    "'2,345', 2345",
    "'+1 0', 10",
    "99.5 %, 99.5",
    "tba,",
    "n/a,",
    "-,"
  })
  void theTrackerRuleTakesTheFirstDigits(String text, Double expected) {
    assertEquals(expected, TrackerNumbers.parse(text));
  }

  @Test
  void theTrackerRuleAgreesWithTheOriginal() throws Exception {
    List<String> lines =
        Files.readAllLines(SharedData.path("data/model-tracker/golden/numeric_parser.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Double expected = cells[1].isEmpty() ? null : Double.valueOf(cells[1]);
      assertEquals(expected, TrackerNumbers.parse(cells[0]), cells[0]);
    }
    assertEquals(27, lines.size() - 1);
  }

  private static NumberReading.Invalid invalid(String text) {
    return assertInstanceOf(NumberReading.Invalid.class, Numbers.parse(text));
  }
}
