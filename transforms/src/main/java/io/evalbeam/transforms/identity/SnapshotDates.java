package io.evalbeam.transforms.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Release dates inside names: 20250514, 2024-11-20, 2024-08, 08-2024, june-2024, 202412, 240718,
 * 0709 and 05-06 (month and day), 2402 (year and month, from 22 on).
 */
final class SnapshotDates {
  private static final int FIRST_YEAR = 2015;
  private static final int LAST_YEAR = 2039;
  // MMDD and YYMM never overlap when two-digit years start above 12; models were not named this
  // way before 2022.
  private static final int FIRST_SHORT_YEAR = 22;
  private static final Map<String, Integer> MONTHS = months();

  private SnapshotDates() {}

  /** A date in ISO form and the words it takes. */
  record Found(String iso, int words) {}

  /** The date that starts at word i, or null. */
  static @Nullable Found at(List<String> tokens, int i) {
    String token = tokens.get(i);
    Integer month = MONTHS.get(token);
    if (month != null) {
      return namedMonth(month, number(tokens, i + 1, 4), number(tokens, i + 1, 2));
    }
    int value = number(token);
    if (value < 0) {
      return null;
    }
    return switch (token.length()) {
      case 8 -> day(value / 10_000, value / 100 % 100, value % 100, 1);
      case 6 -> six(value);
      case 4 -> four(value, number(tokens, i + 1, 2), number(tokens, i + 2, 2));
      case 2 -> two(value, number(tokens, i + 1, 2), number(tokens, i + 1, 4));
      default -> null;
    };
  }

  private static @Nullable Found namedMonth(int month, int year, int shortYear) {
    if (isYear(year)) {
      return month(year, month, 2);
    }
    return shortYear >= FIRST_SHORT_YEAR ? month(2000 + shortYear, month, 2) : null;
  }

  private static @Nullable Found six(int value) {
    Found found = month(value / 100, value % 100, 1);
    return found != null ? found : day(2000 + value / 10_000, value / 100 % 100, value % 100, 1);
  }

  private static @Nullable Found four(int value, int second, int third) {
    if (isYear(value)) {
      Found found = day(value, second, third, 3);
      return found != null ? found : month(value, second, 2);
    }
    Found found = monthDay(value / 100, value % 100, 1);
    return found != null || value / 100 < FIRST_SHORT_YEAR
        ? found
        : month(2000 + value / 100, value % 100, 1);
  }

  private static @Nullable Found two(int value, int second, int year) {
    return isYear(year) ? month(year, value, 2) : monthDay(value, second, 2);
  }

  private static @Nullable Found day(int year, int month, int day, int words) {
    return isYear(year) && isDay(month, day)
        ? new Found(pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2), words)
        : null;
  }

  private static @Nullable Found month(int year, int month, int words) {
    return isYear(year) && month >= 1 && month <= 12
        ? new Found(pad(year, 4) + "-" + pad(month, 2), words)
        : null;
  }

  private static @Nullable Found monthDay(int month, int day, int words) {
    return isDay(month, day) ? new Found("--" + pad(month, 2) + "-" + pad(day, 2), words) : null;
  }

  private static boolean isYear(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static boolean isDay(int month, int day) {
    int days =
        switch (month) {
          case 2 -> 29;
          case 4, 6, 9, 11 -> 30;
          default -> 31;
        };
    return month >= 1 && month <= 12 && day >= 1 && day <= days;
  }

  private static int number(List<String> tokens, int i, int digits) {
    return i < tokens.size() && tokens.get(i).length() == digits ? number(tokens.get(i)) : -1;
  }

  /** Value of a word of at most eight ASCII digits, else -1. */
  private static int number(String token) {
    if (token.length() > 8) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (!NameTokenizer.isDigit(c)) {
        return -1;
      }
      value = 10 * value + (c - '0');
    }
    return value;
  }

  private static String pad(int value, int width) {
    String digits = Integer.toString(value);
    return "0".repeat(width - digits.length()) + digits;
  }

  private static Map<String, Integer> months() {
    List<String> names =
        List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    Map<String, Integer> months = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      months.put(names.get(i), i + 1);
      months.put(names.get(i).substring(0, 3), i + 1);
    }
    months.put("sept", 9);
    return Map.copyOf(months);
  }
}
