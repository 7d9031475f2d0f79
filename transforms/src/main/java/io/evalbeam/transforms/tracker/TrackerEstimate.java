package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.tracking.AlternativeEstimate;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimationMethod;

/**
 * One estimate of the {@code tracker} policy: a number and a label, no interval.
 *
 * @param flop training compute, FLOP, positive and finite
 */
public record TrackerEstimate(
    EstimationMethod method, double flop, Confidence confidence, String reasoning) {

  /** The short form for the table of models. */
  public AlternativeEstimate toAlternative() {
    return new AlternativeEstimate(flop, confidence, method, reasoning);
  }
}
