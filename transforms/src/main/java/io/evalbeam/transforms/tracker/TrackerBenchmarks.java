package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.DecimalText;
import io.evalbeam.schemas.tracking.EstimationMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Benchmark power law of the {@code tracker} policy: FLOP = F_ref · (score / score_ref)^α. */
public final class TrackerBenchmarks {
  private static final double THRESHOLD = 1e25;
  private static final double BELOW_THRESHOLD = 0.99;
  private static final double ABOVE_ANCHOR = 1.1;

  private final TrackerConfiguration configuration;

  private record Named(String benchmark, TrackerEstimate estimate) {}

  public TrackerBenchmarks(TrackerConfiguration configuration) {
    this.configuration = configuration;
  }

  /** Estimate from one score; empty for benchmarks without anchor and for useless scores. */
  public Optional<TrackerEstimate> single(String name, BenchmarkScore score) {
    TrackerConfiguration.Anchor anchor = configuration.anchors().get(score.benchmark());
    if (anchor == null) {
      return Optional.empty();
    }
    TrackerEstimate estimate =
        anchor.threshold() ? againstThreshold(name, score, anchor) : powerLaw(score, anchor);
    // A negative or zero score gives no positive number.
    return estimate.flop() > 0 && Double.isFinite(estimate.flop())
        ? Optional.of(estimate)
        : Optional.empty();
  }

  /**
   * Estimate from all scores. One usable score stands for itself; more give the mean of FLOP
   * weighted by confidence, summed in the order of the scores.
   */
  public Optional<TrackerEstimate> combined(String name, List<BenchmarkScore> scores) {
    List<Named> singles = new ArrayList<>();
    for (BenchmarkScore score : scores) {
      single(name, score).ifPresent(e -> singles.add(new Named(score.benchmark(), e)));
    }
    if (singles.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(singles.size() == 1 ? singles.get(0).estimate() : mean(singles));
  }

  private static TrackerEstimate mean(List<Named> singles) {
    double weighted = 0;
    double weights = 0;
    List<String> parts = new ArrayList<>();
    for (Named single : singles) {
      TrackerEstimate estimate = single.estimate();
      double weight = weight(estimate.confidence());
      weighted += estimate.flop() * weight;
      weights += weight;
      parts.add(
          single.benchmark()
              + ": "
              + flop(estimate.flop())
              + " ("
              + capitalised(estimate.confidence())
              + ")");
    }
    double mean = weighted / weights;
    String reasoning =
        "Multi-benchmark estimation from "
            + singles.size()
            + " benchmarks: "
            + String.join("; ", parts)
            + " → weighted average: "
            + flop(mean)
            + " FLOP";
    return estimate(mean, Confidence.LOW, reasoning);
  }

  private static TrackerEstimate powerLaw(
      BenchmarkScore score, TrackerConfiguration.Anchor anchor) {
    double flop = power(score, anchor);
    String reasoning =
        "Benchmark-based ("
            + score.benchmark()
            + "): "
            + DecimalText.shortest(score.value())
            + " vs reference "
            + anchor.model()
            + " ("
            + DecimalText.shortest(anchor.score())
            + ", "
            + flop(anchor.flop())
            + " FLOP) with α="
            + DecimalText.shortest(anchor.exponent())
            + " = "
            + flop(flop)
            + " FLOP";
    return estimate(flop, Confidence.LOW, reasoning);
  }

  private static TrackerEstimate againstThreshold(
      String name, BenchmarkScore score, TrackerConfiguration.Anchor anchor) {
    if (name.equals(anchor.model())) {
      return estimate(
          anchor.flop(),
          Confidence.MEDIUM,
          "Threshold reference model ("
              + score.benchmark()
              + "): "
              + anchor.model()
              + " set to "
              + flop(anchor.flop())
              + " FLOP as threshold marker");
    }
    boolean better = score.value() > anchor.score();
    String comparison =
        "Threshold-based ("
            + score.benchmark()
            + "): "
            + DecimalText.shortest(score.value())
            + (better ? " > " : " < ")
            + anchor.model()
            + " ("
            + DecimalText.shortest(anchor.score())
            + ") → ";
    if (better) {
      return estimate(
          Math.max(ABOVE_ANCHOR * THRESHOLD, ABOVE_ANCHOR * anchor.flop()),
          Confidence.MEDIUM,
          comparison + "assumed >1e25 FLOP (reference model assumed frontier-level)");
    }
    double flop = Math.min(power(score, anchor), BELOW_THRESHOLD * THRESHOLD);
    return estimate(
        flop,
        Confidence.LOW,
        comparison
            + "scaled estimate "
            + flop(flop)
            + " FLOP (α="
            + DecimalText.shortest(anchor.exponent())
            + ")");
  }

  private static double power(BenchmarkScore score, TrackerConfiguration.Anchor anchor) {
    if (score.value() <= 0) {
      return 0;
    }
    return anchor.flop() * StrictMath.pow(score.value() / anchor.score(), anchor.exponent());
  }

  private static TrackerEstimate estimate(double flop, Confidence confidence, String reasoning) {
    return new TrackerEstimate(EstimationMethod.BENCHMARK_IMPUTATION, flop, confidence, reasoning);
  }

  private static double weight(Confidence confidence) {
    return switch (confidence) {
      case HIGH -> 4;
      case MEDIUM -> 3;
      case LOW -> 2;
      case SPECULATIVE -> 1;
    };
  }

  private static String flop(double flop) {
    return DecimalText.scientific(flop, 2);
  }

  /** {@code Low}. */
  static String capitalised(Confidence confidence) {
    String key = confidence.key();
    return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
  }
}
