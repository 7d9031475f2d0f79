package io.evalbeam.schemas.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Dated prices of chip hours, {@code prices.yaml}. */
public record ChipPrices(List<Price> prices, double sigma) implements Serializable {

  /**
   * A price.
   *
   * @param chip identifier in the chip catalogue
   * @param date {@code YYYY-MM}
   */
  public record Price(String chip, String date, double usdPerChipHour, String source)
      implements Serializable {}

  public ChipPrices {
    prices = List.copyOf(Objects.requireNonNullElse(prices, List.of()));
  }

  /** The price of this chip. */
  public Optional<Price> of(String chip) {
    return prices.stream().filter(price -> price.chip().equals(chip)).findFirst();
  }
}
