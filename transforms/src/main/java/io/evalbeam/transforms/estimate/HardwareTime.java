package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.reference.Chip;
import io.evalbeam.schemas.reference.ChipPeak;
import io.evalbeam.schemas.reference.NumericFormat;
import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.reference.Uncertainties;
import io.evalbeam.schemas.reference.UtilizationPriors;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedFact;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chips · hours · 3600 · dense peak in the numeric format · model FLOP/s utilisation. */
final class HardwareTime {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final Pattern CHIP_HOURS =
      Pattern.compile(
          "(\\d[\\d,]*(?:\\.\\d+)?)\\s*(million|m|thousand|k)?\\s+(?:(?:gpu|tpu|chip|[avh]\\d{3})s?[- ]){1,2}hours?\\b",
          Pattern.CASE_INSENSITIVE);

  private final ReferenceLibrary library;

  HardwareTime(ReferenceLibrary library) {
    this.library = library;
  }

  /** Utilisation with its spread. */
  private record Utilization(double value, double sigma, String source, boolean assumed) {}

  /** Chips times hours. */
  private record ChipTime(double chipHours, String words) {}

  Optional<FlopEstimate> estimate(Facts facts, @Nullable ChipCell cell) {
    if (cell == null || cell.chips().isEmpty()) {
      return Optional.empty();
    }
    EstimateDraft draft = new EstimateDraft(facts.evidence(), EstimationMethod.HARDWARE);
    Optional<ChipTime> time = chipTime(facts, cell, draft);
    if (time.isEmpty()) {
      return Optional.empty();
    }
    NumericFormat format = format(facts);
    double log10Peak = 0;
    StringBuilder names = new StringBuilder();
    for (Chip chip : cell.chips()) {
      ChipPeak peak = chip.peakFor(format);
      log10Peak += Math.log10(peak.flopPerSecond()) / cell.chips().size();
      names.append(names.isEmpty() ? "" : ", ").append(chip.id());
      draft.input(
          "peak_flop_per_second",
          peak.flopPerSecond(),
          chip.id() + " " + peak.format(),
          "chips.yaml: " + peak.source());
    }
    if (facts.textsDiffer(ModelAttribute.TRAINING_HARDWARE)) {
      draft.flag(EstimateFlag.INPUTS_CONFLICT);
    }
    Utilization utilization = utilization(facts, cell.chips().get(0), format, draft);
    double mixedSigma = cell.names() > 1 ? library.utilization().mixedChipsSigma() : 0;
    draft.input(
        EstimateDraft.COMBINATION_SIGMA,
        EstimateDraft.quadrature(utilization.sigma(), mixedSigma),
        utilization.source());
    double log10Flop =
        Math.log10(time.get().chipHours())
            + Math.log10(SECONDS_PER_HOUR)
            + log10Peak
            + Math.log10(utilization.value());
    Uncertainties.Entry width =
        library
            .uncertainties()
            .of(
                utilization.assumed()
                    ? Uncertainties.Kind.HARDWARE_ASSUMED_UTILIZATION
                    : Uncertainties.Kind.HARDWARE_STATED_UTILIZATION);
    double more = EstimateDraft.NORMAL_95 * mixedSigma;
    return draft.build(
        log10Flop,
        EstimateDraft.quadrature(width.below(), more),
        EstimateDraft.quadrature(width.above(), more),
        utilization.assumed() || mixedSigma > 0 ? Confidence.MEDIUM : Confidence.HIGH,
        time.get().words()
            + " × 3600 × "
            + Wording.number(Math.pow(10, log10Peak))
            + " FLOP/s dense peak ("
            + names
            + ") × "
            + Wording.number(utilization.value())
            + (utilization.assumed() ? " utilisation (prior)" : " utilisation")
            + " = "
            + Wording.number(Math.pow(10, log10Flop))
            + " FLOP.");
  }

  private static Optional<ChipTime> chipTime(Facts facts, ChipCell cell, EstimateDraft draft) {
    Optional<StatedNumber> hours = facts.number(ModelAttribute.TRAINING_TIME);
    Optional<StatedNumber> quantity = facts.number(ModelAttribute.HARDWARE_QUANTITY);
    Double inCell = cell.quantity();
    if (quantity.isEmpty() && inCell != null) {
      quantity = Optional.of(new StatedNumber(inCell, "count in the hardware cell", false));
    }
    if (hours.isPresent() && quantity.isPresent()) {
      draft.input("hours", hours.get());
      draft.input("chips", quantity.get());
      return Optional.of(
          new ChipTime(
              hours.get().value() * quantity.get().value(),
              Wording.number(quantity.get().value())
                  + " chips × "
                  + Wording.number(hours.get().value())
                  + " hours"));
    }
    Optional<StatedNumber> chipHours =
        facts.first(ModelAttribute.TRAINING_TIME_NOTES).flatMap(HardwareTime::onlyChipHours);
    chipHours.ifPresent(number -> draft.input("chip_hours", number));
    return chipHours.map(
        number -> new ChipTime(number.value(), Wording.number(number.value()) + " chip hours"));
  }

  /** Notes count only when they name a single number of chip hours. */
  private static Optional<StatedNumber> onlyChipHours(ObservedFact notes) {
    TreeSet<Double> counts = new TreeSet<>();
    Matcher matcher = CHIP_HOURS.matcher(notes.text());
    while (matcher.find()) {
      String unit = matcher.group(2);
      double scale = unit == null ? 1 : unit.toLowerCase(Locale.ROOT).startsWith("m") ? 1e6 : 1e3;
      counts.add(Double.parseDouble(matcher.group(1).replace(",", "")) * scale);
    }
    return counts.size() == 1 && counts.first() > 0
        ? Optional.of(
            new StatedNumber(
                counts.first(), "notes on training time, " + Facts.place(notes), false))
        : Optional.empty();
  }

  private Utilization utilization(
      Facts facts, Chip chip, @Nullable NumericFormat format, EstimateDraft draft) {
    UtilizationPriors priors = library.utilization();
    Optional<StatedNumber> model = facts.number(ModelAttribute.MODEL_FLOP_UTILIZATION);
    if (model.isPresent()) {
      draft.input("model_flop_utilization", model.get());
      return new Utilization(
          model.get().value(), priors.statedSigma(), model.get().source(), false);
    }
    Optional<StatedNumber> hardware = facts.number(ModelAttribute.HARDWARE_FLOP_UTILIZATION);
    if (hardware.isPresent()) {
      draft.input("hardware_flop_utilization", hardware.get());
      draft.input(
          "model_per_hardware_utilization",
          priors.modelPerHardwareUtilization(),
          "utilization.yaml: " + priors.modelPerHardwareSource());
      return new Utilization(
          hardware.get().value() * priors.modelPerHardwareUtilization(),
          priors.modelPerHardwareSigma(),
          hardware.get().source(),
          false);
    }
    UtilizationPriors.Prior prior = prior(priors, chip, format);
    draft.flag(EstimateFlag.UTILIZATION_ASSUMED);
    String source = "utilization.yaml: " + prior.source();
    draft.input("model_flop_utilization", prior.utilization(), source);
    return new Utilization(prior.utilization(), prior.sigma(), source, true);
  }

  static UtilizationPriors.Prior prior(
      UtilizationPriors priors, Chip chip, @Nullable NumericFormat format) {
    return priors
        .find(chip, format)
        .orElseThrow(() -> new IllegalStateException("no utilisation prior for " + chip.id()));
  }

  static @Nullable NumericFormat format(Facts facts) {
    String text = facts.text(ModelAttribute.NUMERICAL_FORMAT).toUpperCase(Locale.ROOT);
    NumericFormat found = null;
    for (NumericFormat format : NumericFormat.values()) {
      if (text.contains(format.name())) {
        if (found != null) {
          return null;
        }
        found = format;
      }
    }
    return found;
  }
}
