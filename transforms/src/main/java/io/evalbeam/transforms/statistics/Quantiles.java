package io.evalbeam.transforms.statistics;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Quantiles of counted values: type 7 of Hyndman and Fan (1996), the default of NumPy and R and
 * {@code quantile_cont} of DuckDB. Immutable.
 */
public final class Quantiles {
  private final double[] values;
  // Number of observations up to and including each value.
  private final long[] cumulative;

  private Quantiles(double[] values, long[] cumulative) {
    this.values = values;
    this.cumulative = cumulative;
  }

  /**
   * Prepares quantiles.
   *
   * @param counts how often each value occurs
   * @throws IllegalArgumentException when a count is not positive
   */
  public static Quantiles of(SortedMap<Double, Long> counts) {
    double[] values = new double[counts.size()];
    long[] cumulative = new long[counts.size()];
    int position = 0;
    long total = 0;
    for (var entry : counts.entrySet()) {
      if (entry.getValue() <= 0) {
        throw new IllegalArgumentException(entry.getKey() + " occurs " + entry.getValue());
      }
      total += entry.getValue();
      values[position] = entry.getKey();
      cumulative[position++] = total;
    }
    return new Quantiles(values, cumulative);
  }

  /**
   * With {@code h = (n - 1) p} the value between the sorted observations floor(h) and floor(h) + 1,
   * counted from 0, by linear interpolation.
   *
   * @param p in [0, 1]
   * @return null without observations
   * @throws IllegalArgumentException when p is out of range
   */
  public @Nullable Double at(double p) {
    Probability.require(p);
    if (values.length == 0) {
      return null;
    }
    double position = (cumulative[cumulative.length - 1] - 1) * p;
    long below = (long) Math.floor(position);
    double lower = observation(below);
    double share = position - below;
    return share == 0 ? lower : lower + share * (observation(below + 1) - lower);
  }

  private double observation(long position) {
    int low = 0;
    int high = cumulative.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] > position) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return values[low];
  }
}
