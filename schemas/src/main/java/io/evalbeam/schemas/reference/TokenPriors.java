package io.evalbeam.schemas.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Training tokens by release year where no source states them, {@code tokens.yaml}. */
public record TokenPriors(List<Prior> priors, Prior yearUnknown) implements Serializable {

  /**
   * A log-normal.
   *
   * @param tokens median
   * @param sigma standard deviation of log10 tokens
   */
  public record Prior(int fromYear, double tokens, double sigma, String source)
      implements Serializable {}

  public TokenPriors {
    priors = List.copyOf(Objects.requireNonNullElse(priors, List.of()));
  }

  /** The prior with the latest first year not after this year. */
  public Prior forYear(@Nullable Integer year) {
    if (year == null) {
      return yearUnknown;
    }
    Prior best = null;
    for (Prior prior : priors) {
      if (prior.fromYear() <= year && (best == null || prior.fromYear() >= best.fromYear())) {
        best = prior;
      }
    }
    return best == null ? yearUnknown : best;
  }
}
