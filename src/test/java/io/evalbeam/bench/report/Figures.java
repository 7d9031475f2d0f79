package io.evalbeam.bench.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How figures are shown. */
public final class Figures {
  /** What stands for a figure that could not be had. */
  public static final String UNKNOWN = "n/a";

  private static final double MEGA = 1e6;
  private static final double MANY = 100;

  private Figures() {}

  /** Seconds, with digits that say something. */
  public static String seconds(@Nullable Double seconds) {
    if (seconds == null) {
      return UNKNOWN;
    }
    return String.format(Locale.ROOT, seconds < MANY ? "%.2f s" : "%.0f s", seconds);
  }

  /** Bytes in millions. */
  public static String megabytes(@Nullable Long bytes) {
    return bytes == null ? UNKNOWN : String.format(Locale.ROOT, "%,.0f MB", bytes / MEGA);
  }

  /** A figure in units of another one; unknown where one of them is, or the unit is not above 0. */
  public static String ratio(@Nullable Double figure, @Nullable Double unit) {
    return figure == null || unit == null || unit <= 0
        ? UNKNOWN
        : String.format(Locale.ROOT, "%.2f", figure / unit);
  }

  /** A share of something in percent; unknown as for {@link #ratio}. */
  public static String percent(@Nullable Double figure, @Nullable Double whole) {
    return figure == null || whole == null || whole <= 0
        ? UNKNOWN
        : String.format(Locale.ROOT, "%.1f %%", 100 * figure / whole);
  }

  /** Difference; null where one of them is unknown. */
  public static @Nullable Double difference(@Nullable Double figure, @Nullable Double less) {
    return figure == null || less == null ? null : Double.valueOf(figure - less);
  }

  /** A whole number with groups of digits. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
