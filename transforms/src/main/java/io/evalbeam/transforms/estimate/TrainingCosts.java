package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.reference.Chip;
import io.evalbeam.schemas.reference.ChipPrices;
import io.evalbeam.schemas.reference.NumericFormat;
import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.reference.Uncertainties;
import io.evalbeam.schemas.reference.UtilizationPriors;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ModelAttribute;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cost / price of a chip hour · 3600 · dense peak · utilisation. */
final class TrainingCosts {
  private static final double SECONDS_PER_HOUR = 3600;

  private final ReferenceLibrary library;

  TrainingCosts(ReferenceLibrary library) {
    this.library = library;
  }

  Optional<FlopEstimate> estimate(Facts facts, @Nullable ChipCell cell) {
    Optional<StatedNumber> cost = facts.number(ModelAttribute.TRAINING_COST);
    if (cost.isEmpty()) {
      return Optional.empty();
    }
    Integer year = facts.releaseYear();
    ChipPrices.Price price = price(cell, year);
    if (price == null) {
      return Optional.empty();
    }
    Chip chip =
        library
            .chips()
            .byId(price.chip())
            .orElseThrow(() -> new IllegalStateException("no chip " + price.chip()));
    NumericFormat format = HardwareTime.format(facts);
    double peak = chip.peakFor(format).flopPerSecond();
    UtilizationPriors.Prior prior = HardwareTime.prior(library.utilization(), chip, format);
    EstimateDraft draft = new EstimateDraft(facts.evidence(), EstimationMethod.TRAINING_COST);
    draft.input("training_cost_usd", cost.get());
    draft.input(
        "usd_per_chip_hour",
        price.usdPerChipHour(),
        price.chip() + " " + price.date(),
        "prices.yaml: " + price.source());
    draft.input("peak_flop_per_second", peak, "chips.yaml: " + chip.id());
    draft.input(
        "model_flop_utilization", prior.utilization(), "utilization.yaml: " + prior.source());
    draft.flag(EstimateFlag.UTILIZATION_ASSUMED);
    double log10Flop =
        Math.log10(cost.get().value())
            - Math.log10(price.usdPerChipHour())
            + Math.log10(SECONDS_PER_HOUR * peak * prior.utilization());
    Uncertainties.Entry width = library.uncertainties().of(Uncertainties.Kind.TRAINING_COST);
    double more = EstimateDraft.NORMAL_95 * library.prices().sigma();
    return draft.build(
        log10Flop,
        Math.max(width.below(), more),
        Math.max(width.above(), more),
        Confidence.MEDIUM,
        Wording.number(cost.get().value())
            + " USD / "
            + Wording.number(price.usdPerChipHour())
            + " USD per hour of "
            + chip.id()
            + " × 3600 × "
            + Wording.number(peak)
            + " FLOP/s × "
            + Wording.number(prior.utilization())
            + " utilisation (prior) = "
            + Wording.number(Math.pow(10, log10Flop))
            + " FLOP.");
  }

  /** The price of a stated chip, else of the latest priced chip of the model's time. */
  private ChipPrices.@Nullable Price price(@Nullable ChipCell cell, @Nullable Integer year) {
    if (cell != null) {
      for (Chip chip : cell.chips()) {
        Optional<ChipPrices.Price> own = library.prices().of(chip.id());
        if (own.isPresent()) {
          return own.get();
        }
      }
    }
    if (year == null) {
      return null;
    }
    ChipPrices.Price latest = null;
    for (ChipPrices.Price price : library.prices().prices()) {
      boolean known = price.date().compareTo(year + "-99") <= 0;
      if (known && (latest == null || price.date().compareTo(latest.date()) > 0)) {
        latest = price;
      }
    }
    return latest;
  }
}
