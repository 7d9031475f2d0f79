package io.evalbeam.schemas.reference;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the numbers of a benchmark mean, which decides how a regression may use them. */
public enum BenchmarkKind {
  /** Ratings: only differences within one pool of players carry meaning. */
  ELO,
  /** Shares of 100. */
  PERCENT,
  /** Shares of 1. */
  FRACTION,
  /** Any other number of which more is better. */
  INDEX;

  /**
   * The kind that the unit of a score states; empty for null. A unit that is not known is an index.
   */
  public static Optional<BenchmarkKind> ofUnit(@Nullable String unit) {
    if (unit == null || unit.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (unit.trim().toLowerCase(Locale.ROOT)) {
          case "elo", "rating" -> ELO;
          case "percent", "%" -> PERCENT;
          case "fraction", "proportion" -> FRACTION;
          default -> INDEX;
        });
  }
}
