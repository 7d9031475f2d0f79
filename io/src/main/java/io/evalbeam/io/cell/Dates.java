package io.evalbeam.io.cell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates into ISO text. Slashes mean month/day/year; nothing else is accepted. */
public final class Dates {
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2})(?:[T ]\\d{2}:\\d{2}.*)?)?)?");
  private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

  private Dates() {}

  /** {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}; empty when the text is no such date. */
  public static Optional<String> parse(String text) {
    Matcher iso = ISO.matcher(text.strip());
    Matcher monthFirst = MONTH_FIRST.matcher(text.strip());
    try {
      if (iso.matches()) {
        return Optional.of(iso(iso));
      }
      if (monthFirst.matches()) {
        return Optional.of(
            day(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2)).toString());
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /**
   * A date-time as ISO text with Z. Without a zone it is taken as UTC; empty when the text is no
   * ISO date-time.
   */
  public static Optional<String> instant(String text) {
    String stripped = text.strip().replace(' ', 'T');
    try {
      boolean zoned = stripped.matches(".*(?:[zZ]|[+-]\\d{2}:\\d{2})");
      Instant instant =
          zoned
              ? OffsetDateTime.parse(stripped).toInstant()
              : LocalDateTime.parse(stripped).toInstant(ZoneOffset.UTC);
      return Optional.of(instant.toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String iso(Matcher iso) {
    if (iso.group(3) != null) {
      return day(iso.group(1), iso.group(2), iso.group(3)).toString();
    }
    if (iso.group(2) != null) {
      YearMonth month = YearMonth.of(number(iso.group(1)), number(iso.group(2)));
      return String.format(Locale.ROOT, "%04d-%02d", month.getYear(), month.getMonthValue());
    }
    return iso.group(1);
  }

  private static LocalDate day(String year, String month, String day) {
    return LocalDate.of(number(year), number(month), number(day));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
