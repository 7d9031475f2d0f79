package io.evalbeam.io.evaluation.lmeval;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the harness makes one figure of the values of all documents. */
enum Aggregation {
  /** Arithmetic mean of numbers. */
  MEAN,
  /** exp(-mean) of log-likelihoods. */
  PERPLEXITY,
  /** exp(-sum of log-likelihoods / sum of weights). */
  WEIGHTED_PERPLEXITY,
  /** -sum of log-likelihoods / sum of weights / ln 2. */
  BITS_PER_BYTE,
  /** Computed over all documents at once, as F1 or BLEU, or by code of the task. */
  OTHER;

  // Metrics whose registered default is the mean.
  private static final Set<String> MEANS =
      Set.of("acc", "acc_norm", "acc_bytes", "acc_mutual_info", "acc_all", "exact_match", "em");

  /**
   * The aggregation of a metric.
   *
   * @param stated what the task's configuration says; null when it leaves the default
   */
  static Aggregation of(String metric, @Nullable String stated) {
    if (stated == null) {
      return byDefault(metric);
    }
    return switch (stated.toLowerCase(Locale.ROOT)) {
      case "mean" -> MEAN;
      case "perplexity" -> PERPLEXITY;
      case "weighted_perplexity" -> WEIGHTED_PERPLEXITY;
      case "bits_per_byte" -> BITS_PER_BYTE;
      default -> OTHER;
    };
  }

  private static Aggregation byDefault(String metric) {
    return switch (metric) {
      case "perplexity" -> PERPLEXITY;
      case "word_perplexity", "byte_perplexity" -> WEIGHTED_PERPLEXITY;
      case "bits_per_byte" -> BITS_PER_BYTE;
      default -> MEANS.contains(metric) ? MEAN : OTHER;
    };
  }
}
