package io.evalbeam.schemas.reference;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks reference data and lists every problem; a file that could not be read is passed over. */
final class ReferenceValidation {
  private static final double SMALLEST_PRIOR_SIGMA = 1 / 3.29;

  private final List<String> problems;

  ReferenceValidation(List<String> problems) {
    this.problems = problems;
  }

  void chips(@Nullable ChipCatalogue catalogue) {
    if (catalogue == null) {
      return;
    }
    Set<String> ids = new HashSet<>();
    Set<List<String>> aliases = new HashSet<>();
    for (Chip chip : catalogue.chips()) {
      String place = "chips.yaml: chip " + chip.id();
      text(place, "id", chip.id());
      text(place, "vendor", chip.vendor());
      check(ids.add(chip.id()), place + " is listed twice");
      check(!chip.aliases().isEmpty(), place + " has no alias");
      check(!chip.peaks().isEmpty(), place + " has no peak");
      for (String alias : chip.aliases()) {
        check(
            aliases.add(ChipCatalogue.words(alias)),
            place + ": alias '" + alias + "' is used twice");
      }
      Set<NumericFormat> formats = EnumSet.noneOf(NumericFormat.class);
      for (ChipPeak peak : chip.peaks()) {
        positive(place, "flop_per_second", peak.flopPerSecond());
        text(place, "source", peak.source());
        if (peak.format() == null) {
          problems.add(place + ": a peak has no format");
        } else {
          check(formats.add(peak.format()), place + " has two peaks in " + peak.format());
        }
      }
    }
  }

  void utilization(@Nullable UtilizationPriors priors) {
    if (priors == null) {
      return;
    }
    String file = "utilization.yaml";
    for (UtilizationPriors.Prior prior : priors.priors()) {
      String place = file + ": prior of " + prior.vendor() + " from " + prior.fromYear();
      text(place, "vendor", prior.vendor());
      fraction(place, "utilization", prior.utilization());
      positive(place, "sigma", prior.sigma());
      text(place, "source", prior.source());
    }
    check(
        priors.priors().stream()
            .anyMatch(
                prior ->
                    UtilizationPriors.ANY_VENDOR.equals(prior.vendor())
                        && prior.fromYear() <= UtilizationPriors.UNKNOWN_YEAR
                        && prior.formats().isEmpty()),
        file + ": a prior for vendor Any from 1950 without formats is needed as the last resort");
    positive(file, "stated_sigma", priors.statedSigma());
    fraction(file, "model_per_hardware_utilization", priors.modelPerHardwareUtilization());
    positive(file, "model_per_hardware_sigma", priors.modelPerHardwareSigma());
    positive(file, "mixed_chips_sigma", priors.mixedChipsSigma());
    text(file, "stated_source", priors.statedSource());
    text(file, "model_per_hardware_source", priors.modelPerHardwareSource());
    text(file, "mixed_chips_source", priors.mixedChipsSource());
  }

  void domains(@Nullable DomainFactors factors) {
    if (factors == null) {
      return;
    }
    for (DomainFactors.Rule rule : factors.rules()) {
      String place = "domains.yaml: rule " + rule.id();
      text(place, "id", rule.id());
      text(place, "source", rule.source());
      positive(place, "data_point_factor", rule.dataPointFactor());
      positive(place, "passes_if_unstated", rule.passesIfUnstated());
      positive(place, "sigma", rule.sigma());
      positive(place, "passes_sigma", rule.passesSigma());
      check(rule.dataPointsFrom() < rule.dataPointsBelow(), place + ": no size of dataset fits");
    }
    DomainFactors.MixtureOfExperts experts = factors.mixtureOfExperts();
    if (experts == null) {
      problems.add("domains.yaml: mixture_of_experts is missing");
      return;
    }
    fraction("domains.yaml: mixture_of_experts", "active_share", experts.activeShare());
    positive("domains.yaml: mixture_of_experts", "sigma", experts.sigma());
    text("domains.yaml: mixture_of_experts", "source", experts.source());
  }

  void tokens(@Nullable TokenPriors priors) {
    if (priors == null) {
      return;
    }
    for (TokenPriors.Prior prior : priors.priors()) {
      tokenPrior("tokens.yaml: prior from " + prior.fromYear(), prior);
    }
    if (priors.yearUnknown() == null) {
      problems.add("tokens.yaml: year_unknown is missing");
      return;
    }
    tokenPrior("tokens.yaml: year_unknown", priors.yearUnknown());
  }

  private void tokenPrior(String place, TokenPriors.Prior prior) {
    positive(place, "tokens", prior.tokens());
    text(place, "source", prior.source());
    check(
        prior.sigma() >= SMALLEST_PRIOR_SIGMA,
        place + ": sigma must be at least 0.304, so that 90 % span a factor of ten");
  }

  void prices(@Nullable ChipPrices prices, @Nullable ChipCatalogue chips) {
    if (prices == null) {
      return;
    }
    positive("prices.yaml", "sigma", prices.sigma());
    for (ChipPrices.Price price : prices.prices()) {
      String place = "prices.yaml: price of " + price.chip();
      positive(place, "usd_per_chip_hour", price.usdPerChipHour());
      text(place, "source", price.source());
      text(place, "date", price.date());
      check(
          chips == null || (price.chip() != null && chips.byId(price.chip()).isPresent()),
          place + ": no such chip in chips.yaml");
    }
  }

  void specifications(@Nullable Specifications specifications) {
    if (specifications == null) {
      return;
    }
    Set<String> names = new HashSet<>();
    for (Specifications.Specification entry : specifications.specifications()) {
      String place = "specifications.yaml: " + entry.name();
      text(place, "name", entry.name());
      text(place, "source", entry.source());
      positive(place, "parameters_total", entry.parametersTotal());
      optional(place, "parameters_active", entry.parametersActive());
      optional(place, "data_points", entry.dataPoints());
      optional(place, "passes", entry.passes());
      Double active = entry.parametersActive();
      check(
          active == null || active <= entry.parametersTotal(),
          place + ": more active than total parameters");
      uniqueNames(place, entry.name(), entry.aliases(), names);
    }
  }

  void overrides(@Nullable ComputeOverrides overrides) {
    if (overrides == null) {
      return;
    }
    Set<String> names = new HashSet<>();
    for (ComputeOverrides.Entry entry : overrides.overrides()) {
      String place = "overrides.yaml: " + entry.name();
      text(place, "name", entry.name());
      text(place, "date", entry.date());
      text(place, "statement", entry.statement());
      text(place, "source", entry.source());
      positive(place, "flop", entry.flop());
      Double low = entry.flopLow();
      Double high = entry.flopHigh();
      check(low == null || (low > 0 && low <= entry.flop()), place + ": flop_low exceeds flop");
      check(high == null || high >= entry.flop(), place + ": flop_high is below flop");
      uniqueNames(place, entry.name(), entry.aliases(), names);
    }
  }

  void developerCaps(@Nullable DeveloperCaps developerCaps) {
    if (developerCaps == null) {
      return;
    }
    Set<String> developers = new HashSet<>();
    for (DeveloperCaps.Entry cap : developerCaps.caps()) {
      String place = "developer-caps.yaml: " + cap.developer();
      text(place, "developer", cap.developer());
      text(place, "reason", cap.reason());
      text(place, "source", cap.source());
      text(place, "date", cap.date());
      positive(place, "max_flop", cap.maxFlop());
      check(developers.add(cap.developer()), place + " is listed twice");
    }
  }

  void uncertainties(@Nullable Uncertainties uncertainties) {
    if (uncertainties == null) {
      return;
    }
    Set<Uncertainties.Kind> missing = EnumSet.allOf(Uncertainties.Kind.class);
    for (Uncertainties.Entry entry : uncertainties.kinds()) {
      String place = "uncertainty.yaml: " + entry.kind();
      check(entry.kind() != null && missing.remove(entry.kind()), place + " is listed twice");
      positive(place, "below", entry.below());
      positive(place, "above", entry.above());
      text(place, "source", entry.source());
    }
    for (Uncertainties.Kind kind : missing) {
      problems.add("uncertainty.yaml: " + kind + " is missing");
    }
  }

  private void uniqueNames(String place, String name, List<String> aliases, Set<String> names) {
    if (name != null) {
      check(names.add(LooseName.of(name)), place + ": name '" + name + "' is used twice");
    }
    for (String alias : aliases) {
      check(names.add(LooseName.of(alias)), place + ": name '" + alias + "' is used twice");
    }
  }

  private void text(String place, String field, @Nullable String value) {
    check(value != null && !value.isBlank(), place + ": " + field + " is missing");
  }

  private void optional(String place, String field, @Nullable Double value) {
    if (value != null) {
      positive(place, field, value);
    }
  }

  private void positive(String place, String field, double value) {
    check(
        value > 0 && !Double.isInfinite(value),
        place + ": " + field + " must be positive, not " + value);
  }

  private void fraction(String place, String field, double value) {
    check(value > 0 && value <= 1, place + ": " + field + " must be in (0, 1], not " + value);
  }

  private void check(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
