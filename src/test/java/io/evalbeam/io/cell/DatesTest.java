package io.evalbeam.io.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @ParameterizedTest
  @CsvSource({
    "2031-02-03, 2031-02-03",
    "2031-2-3, 2031-02-03",
    "2031-02, 2031-02",
    "2031, 2031",
    "7/9/2031, 2031-07-09",
    "12/31/2031, 2031-12-31",
    "2031-02-03T04:05:06Z, 2031-02-03",
    "2032-02-29, 2032-02-29"
  })
  void writesDatesAsIso(String text, String iso) {
    assertEquals(Optional.of(iso), Dates.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"31/12/2031", "2031-13", "2031-02-30", "2/29/2031", "soon", "", "20310203", "31"})
  void refusesOtherText(String text) {
    assertEquals(Optional.empty(), Dates.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2031-02-03T04:05:06.123456, 2031-02-03T04:05:06.123456Z",
    "2031-02-03 04:05:06, 2031-02-03T04:05:06Z",
    "2031-02-03T04:05:06Z, 2031-02-03T04:05:06Z",
    "2031-02-03T04:05:06+02:00, 2031-02-03T02:05:06Z"
  })
  void writesTimesWithZ(String text, String iso) {
    assertEquals(Optional.of(iso), Dates.instant(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2031-02-03", "yesterday", ""})
  void refusesOtherTimes(String text) {
    assertEquals(Optional.empty(), Dates.instant(text));
  }
}
