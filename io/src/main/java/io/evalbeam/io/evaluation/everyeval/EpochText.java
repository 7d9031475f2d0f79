package io.evalbeam.io.evaluation.everyeval;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Moments as the standard writes them: epoch seconds as text, in some files an ISO date-time. */
final class EpochText {
  private static final int MAX_LENGTH = 40;
  private static final int MICROSECONDS = 6;
  private static final int SORTABLE_LENGTH = 24;
  private static final BigDecimal YEAR_9999 = BigDecimal.valueOf(253_402_300_799L);

  private EpochText() {}

  /** Whole seconds, null if the text is no moment from 1970 to 9999. */
  static @Nullable Long seconds(@Nullable String text) {
    BigDecimal moment = moment(text);
    return moment == null
        ? null
        : Long.valueOf(moment.setScale(0, RoundingMode.FLOOR).longValueExact());
  }

  /** A text whose order is that of the moments; empty, and so before all others, if unknown. */
  static String sortable(@Nullable String text) {
    BigDecimal moment = moment(text);
    if (moment == null) {
      return "";
    }
    String digits = moment.setScale(MICROSECONDS, RoundingMode.FLOOR).toPlainString();
    return "0".repeat(SORTABLE_LENGTH - digits.length()) + digits;
  }

  private static @Nullable BigDecimal moment(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > MAX_LENGTH) {
      return null;
    }
    try {
      BigDecimal moment =
          text.indexOf('T') < 0
              ? new BigDecimal(text)
              : BigDecimal.valueOf(OffsetDateTime.parse(text).toEpochSecond());
      // Rounding a number such as 1e-999999999 would take all memory.
      boolean moderate = Math.abs(moment.scale()) <= MAX_LENGTH;
      return moderate && moment.signum() >= 0 && moment.compareTo(YEAR_9999) <= 0 ? moment : null;
    } catch (NumberFormatException | DateTimeException e) {
      return null; // a moment is additional information, its absence no damage
    }
  }
}
