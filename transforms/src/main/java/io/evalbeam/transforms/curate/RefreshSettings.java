package io.evalbeam.transforms.curate;

/**
 * Settings of a refresh.
 *
 * @param asOf ISO date of the run, written where a model is first missed
 * @param staleFold factor above 1 by which new evidence must differ from a verified value to be
 *     reported
 */
public record RefreshSettings(String asOf, double staleFold) {
  public RefreshSettings {
    if (!(staleFold >= 1)) {
      throw new IllegalArgumentException("staleFold must be at least 1: " + staleFold);
    }
  }
}
