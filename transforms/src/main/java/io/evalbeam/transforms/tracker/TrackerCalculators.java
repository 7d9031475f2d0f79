package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.DecimalText;
import io.evalbeam.schemas.tracking.EstimationMethod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calculators for manual entries under the {@code tracker} policy. Peak rates and prices are the
 * original's and partly wrong: for comparison only.
 */
public final class TrackerCalculators {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double DEFAULT_UTILIZATION = 0.5;
  private static final double COST_UTILIZATION = 0.5;
  private static final double COST_EFFICIENCY = 0.6;
  private static final double ELO_ANCHOR = 1350;
  private static final double ELO_ANCHOR_FLOP = 3.8e25;
  private static final double ELO_EXPONENT = 3;

  /**
   * A result or the reason why there is none.
   *
   * @param estimate null when the inputs do not do
   * @param problem a sentence; null when there is an estimate
   */
  public record Outcome(@Nullable TrackerEstimate estimate, @Nullable String problem) {}

  /** How well a run scales over its chips. */
  public enum Scenario {
    SINGLE_NODE(0.9),
    MULTI_NODE(0.7),
    LARGE_SCALE(0.5);

    private final double efficiency;

    Scenario(double efficiency) {
      this.efficiency = efficiency;
    }
  }

  /** Variants of the scaling law, FLOP per parameter and token. */
  public enum Scaling {
    FULL(6, Confidence.HIGH),
    REDUCED(5.5, Confidence.MEDIUM),
    FORWARD_ONLY(2, Confidence.LOW);

    private final double factor;
    private final Confidence confidence;

    Scaling(double factor, Confidence confidence) {
      this.factor = factor;
      this.confidence = confidence;
    }
  }

  /** Chips with peak FLOP/s and prices in USD per chip and hour at aws, gcp, azure. */
  private enum Chip {
    H100(2e15, 30.0, 28.0, 32.0),
    A100(3.1e14, 10.0, 9.0, 11.0),
    V100(1.25e14, 3.0, 2.5, 3.5),
    TPU_V4(1.2e15),
    TPU_V5(1.9e15);

    private static final List<String> CLOUDS = List.of("aws", "gcp", "azure");

    private final double peak;

    @SuppressWarnings("ImmutableEnumChecker") // filled from List.of, which nobody can change
    private final List<Double> prices;

    Chip(double peak, Double... prices) {
      this.peak = peak;
      this.prices = List.of(prices);
    }

    static Optional<Chip> in(String text) {
      String upper = text.toUpperCase(Locale.ROOT);
      for (Chip chip : values()) {
        if (upper.contains(chip.name())) {
          return Optional.of(chip);
        }
      }
      return Optional.empty();
    }

    double price(String cloud) {
      return prices.get(Math.max(0, CLOUDS.indexOf(cloud.toLowerCase(Locale.ROOT))));
    }
  }

  private TrackerCalculators() {}

  /**
   * Chips · hours · peak · utilisation · efficiency of the scenario.
   *
   * @param chip text that contains a known chip
   * @param utilization fraction of the peak
   */
  public static Outcome hardware(
      String chip, long count, double hours, double utilization, Scenario scenario) {
    Optional<Chip> known = Chip.in(chip);
    if (known.isEmpty()) {
      return problem("Cannot estimate FLOP from hardware: Unknown GPU type: " + chip);
    }
    double flop =
        known.get().peak * count * hours * SECONDS_PER_HOUR * utilization * scenario.efficiency;
    boolean defaults = utilization == DEFAULT_UTILIZATION && scenario == Scenario.MULTI_NODE;
    return outcome(
        EstimationMethod.HARDWARE,
        flop,
        defaults ? Confidence.MEDIUM : Confidence.HIGH,
        "Hardware-based: " + count + " × " + chip + " for " + hours + " h");
  }

  /**
   * Cost over price, times what an hour of a chip gives.
   *
   * @param usd cost of the run
   * @param cloud aws, gcp or azure; anything else is priced as aws
   */
  public static Outcome cost(double usd, String chip, String cloud) {
    Optional<Chip> known = Chip.in(chip).filter(c -> !c.prices.isEmpty());
    if (known.isEmpty()) {
      return problem("Cannot estimate FLOP from cost: No pricing data for GPU type: " + chip);
    }
    double chipHours = usd / known.get().price(cloud);
    double flop =
        chipHours * known.get().peak * COST_UTILIZATION * COST_EFFICIENCY * SECONDS_PER_HOUR;
    return outcome(
        EstimationMethod.TRAINING_COST,
        flop,
        Confidence.LOW,
        "Cost-based: " + usd + " USD on " + chip + " at " + cloud);
  }

  /** Power law on a rating; the closer to the anchor, the more confident. */
  public static Outcome elo(double rating) {
    double distance = Math.abs(rating - ELO_ANCHOR);
    Confidence nearby = distance < 100 ? Confidence.LOW : Confidence.SPECULATIVE;
    return outcome(
        EstimationMethod.BENCHMARK_IMPUTATION,
        rating <= 0 ? 0 : ELO_ANCHOR_FLOP * StrictMath.pow(rating / ELO_ANCHOR, ELO_EXPONENT),
        distance < 50 ? Confidence.MEDIUM : nearby,
        "Rating-based: " + DecimalText.shortest(rating) + " vs 1350.0");
  }

  /** Parameters · tokens · the factor of the variant. */
  public static Outcome scaling(double parameters, double tokens, Scaling variant) {
    return outcome(
        EstimationMethod.OPERATION_COUNT,
        variant.factor * parameters * tokens,
        variant.confidence,
        "Scaling law: " + variant.factor + " × parameters × tokens");
  }

  /** A training compute that the developer states. */
  public static Outcome direct(double flop) {
    return outcome(
        EstimationMethod.DISCLOSED_COMPUTE, flop, Confidence.HIGH, "Stated training compute");
  }

  /**
   * The first estimate with the highest confidence.
   *
   * @param outcomes in the order scaling, hardware, rating, cost
   */
  public static Optional<TrackerEstimate> best(List<Outcome> outcomes) {
    TrackerEstimate best = null;
    for (Outcome outcome : outcomes) {
      TrackerEstimate estimate = outcome.estimate();
      boolean better =
          estimate != null
              && (best == null || estimate.confidence().compareTo(best.confidence()) < 0);
      best = better ? estimate : best;
    }
    return Optional.ofNullable(best);
  }

  private static Outcome outcome(
      EstimationMethod method, double flop, Confidence confidence, String calculation) {
    if (!(flop > 0) || Double.isInfinite(flop)) {
      return problem("Cannot estimate FLOP: the inputs must be positive: " + calculation);
    }
    String reasoning = calculation + " = " + DecimalText.scientific(flop, 2) + " FLOP";
    return new Outcome(new TrackerEstimate(method, flop, confidence, reasoning), null);
  }

  private static Outcome problem(String problem) {
    return new Outcome(null, problem);
  }
}
