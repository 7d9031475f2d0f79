package io.evalbeam.transforms.impute;

import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ReferencePoint;
import java.util.Optional;

/** Decides which models imputation may learn from. */
public final class ReferencePoints {
  // Distance of the 5 % and 95 % quantiles of a normal distribution in standard deviations.
  private static final double INTERVAL_WIDTH = 2 * StudentT.NORMAL_95;

  private ReferencePoints() {}

  /**
   * A model with its best estimate as a reference; empty when the estimate is not direct, when its
   * size is not plausible or when the model has no benchmark score.
   */
  public static Optional<ReferencePoint> of(EntityEvidence evidence, FlopEstimate estimate) {
    if (!isDirect(estimate.method())
        || estimate.flags().contains(EstimateFlag.IMPLAUSIBLE_MAGNITUDE)
        || evidence.scores().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ReferencePoint(
            evidence.entityId(),
            estimate.log10FlopMedian(),
            (estimate.log10FlopHigh() - estimate.log10FlopLow()) / INTERVAL_WIDTH,
            ReleaseYear.of(evidence.facts()),
            evidence.scores()));
  }

  /** Whether a method rests on statements about the training itself. */
  public static boolean isDirect(EstimationMethod method) {
    return switch (method) {
      case CURATED_OVERRIDE,
          DISCLOSED_COMPUTE,
          OPERATION_COUNT,
          HARDWARE,
          BASE_PLUS_FINETUNE,
          TRAINING_COST ->
          true;
      case BENCHMARK_IMPUTATION, NAME_SIZE, NONE -> false;
    };
  }
}
