package io.evalbeam.pipelines.options;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The moment a run describes. */
public final class AsOf {
  private AsOf() {}

  /**
   * Parses {@code --asOf}.
   *
   * @return the instant, whole seconds
   * @throws DateTimeException when the text is neither a date nor a date-time with zone
   */
  public static Instant parse(String text) {
    if (text.indexOf('T') < 0) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return Instant.parse(text).truncatedTo(ChronoUnit.SECONDS);
  }
}
