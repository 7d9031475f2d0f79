package io.evalbeam.transforms.statistics;

/**
 * A confidence interval, both ends included.
 *
 * @param lower lower end, finite
 * @param upper upper end, finite, at least the lower one
 */
public record Interval(double lower, double upper) {
  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException when an end is not finite or they are in the wrong order
   */
  public Interval {
    if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
      throw new IllegalArgumentException("not an interval: " + lower + " to " + upper);
    }
  }
}
