package io.evalbeam.schemas.tracking.json;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Date-times of model files. */
final class UtcTimes {
  private UtcTimes() {}

  /**
   * The same moment with Z; text without a zone is in UTC already. Digits of the second are kept as
   * written.
   */
  static Optional<String> parse(String text) {
    String time = text.strip();
    try {
      if (time.endsWith("Z")) {
        LocalDateTime.parse(time.substring(0, time.length() - 1));
        return Optional.of(time);
      }
      if (hasOffset(time)) {
        OffsetDateTime moment = OffsetDateTime.parse(time);
        return Optional.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.withOffsetSameInstant(ZoneOffset.UTC)));
      }
      LocalDateTime.parse(time);
      return Optional.of(time + "Z");
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean hasOffset(String time) {
    int clock = time.indexOf('T');
    return clock >= 0 && (time.indexOf('+', clock) >= 0 || time.indexOf('-', clock) >= 0);
  }
}
