package io.evalbeam.transforms.impute;

/** What one benchmark says about a model. */
record ImputedPart(BenchmarkRegression regression, MedianScore score, Prediction prediction) {

  boolean isOutOfRange() {
    return !regression.scale().covers(score.value());
  }
}
