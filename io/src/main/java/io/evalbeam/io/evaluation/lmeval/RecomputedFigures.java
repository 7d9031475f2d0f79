package io.evalbeam.io.evaluation.lmeval;

import io.evalbeam.schemas.math.ExactMoments;
import org.jspecify.annotations.Nullable;

/** Computes figures of a results file again from the values of the lines. */
final class RecomputedFigures {
  private final LineMetrics metrics;

  RecomputedFigures(LineMetrics metrics) {
    this.metrics = metrics;
  }

  /** The figure of a metric; null when it cannot be computed from single documents. */
  @Nullable Double figure(String metric, Aggregation aggregation) {
    return switch (aggregation) {
      case MEAN -> mean(metric);
      case PERPLEXITY -> exponential(mean(metric + LineMetrics.LOG_LIKELIHOOD));
      case WEIGHTED_PERPLEXITY -> exponential(weighted(metric));
      case BITS_PER_BYTE -> {
        Double nats = weighted(metric);
        yield nats == null ? null : Double.valueOf(-nats / Math.log(2));
      }
      case OTHER -> null;
    };
  }

  /** sd / sqrt(n) with divisor n - 1, which the harness takes for means; else null. */
  @Nullable Double standardError(String metric, Aggregation aggregation) {
    ExactMoments moments = metrics.moments(metric);
    if (aggregation != Aggregation.MEAN || moments == null) {
      return null;
    }
    Double variance = moments.sampleVariance();
    return variance == null ? null : Double.valueOf(Math.sqrt(variance / moments.count()));
  }

  private @Nullable Double mean(String name) {
    ExactMoments moments = metrics.moments(name);
    return moments == null ? null : moments.mean();
  }

  private @Nullable Double weighted(String metric) {
    ExactMoments logLikelihoods = metrics.moments(metric + LineMetrics.LOG_LIKELIHOOD);
    ExactMoments weights = metrics.moments(metric + LineMetrics.WEIGHT);
    return logLikelihoods == null || weights == null || weights.sum() == 0
        ? null
        : Double.valueOf(logLikelihoods.sum() / weights.sum());
  }

  private static @Nullable Double exponential(@Nullable Double logarithm) {
    return logarithm == null ? null : Double.valueOf(Math.exp(-logarithm));
  }
}
