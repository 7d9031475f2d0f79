package io.evalbeam.schemas.tracking;

/**
 * Side of the compute threshold. With the usual threshold of 1e25 FLOP: at least 5e25 is above, at
 * most 5e24 is below (1e25 under the {@code tracker} policy), all else and no estimate is unsure.
 */
public enum ThresholdClass {
  HIGH_CONFIDENCE_ABOVE,
  NOT_SURE,
  HIGH_CONFIDENCE_BELOW
}
