package io.evalbeam.transforms.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Bradley-Terry strength of a model.
 *
 * @param logStrength natural logarithm; the fitted models have mean 0; null unless fitted
 * @param standardError of the logarithm; null unless fitted and computed
 * @param status why there is none
 */
public record Strength(
    @Nullable Double logStrength, @Nullable Double standardError, StrengthStatus status) {

  static Strength fitted(double logStrength) {
    return new Strength(logStrength, null, StrengthStatus.FITTED);
  }

  static Strength missing(StrengthStatus status) {
    return new Strength(null, null, status);
  }

  Strength withStandardError(double error) {
    return new Strength(logStrength, error, status);
  }
}
