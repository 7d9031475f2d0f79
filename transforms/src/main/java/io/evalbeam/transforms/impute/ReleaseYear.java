package io.evalbeam.transforms.impute;

import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedFact;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Release dates as years with a fraction. */
final class ReleaseYear {
  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  private ReleaseYear() {}

  /** The earliest release date that is stated; null when none is. Later ones are re-releases. */
  static @Nullable Double of(List<ObservedFact> facts) {
    Double earliest = null;
    for (ObservedFact fact : facts) {
      if (fact.attribute() != ModelAttribute.RELEASE_DATE) {
        continue;
      }
      Double year = parse(fact.text());
      if (year != null && (earliest == null || year < earliest)) {
        earliest = year;
      }
    }
    return earliest;
  }

  /** {@code YYYY[-MM[-DD]]}; the middle of the year or month when the rest is not given. */
  static @Nullable Double parse(String text) {
    Matcher matcher = DATE.matcher(text.trim());
    if (!matcher.matches()) {
      return null;
    }
    int year = Integer.parseInt(matcher.group(1));
    if (matcher.group(2) == null) {
      return year + 0.5;
    }
    try {
      int month = Integer.parseInt(matcher.group(2));
      int day = matcher.group(3) == null ? 15 : Integer.parseInt(matcher.group(3));
      LocalDate date = LocalDate.of(year, month, day);
      return year + (date.getDayOfYear() - 0.5) / date.lengthOfYear();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
