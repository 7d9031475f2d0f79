package io.evalbeam.transforms.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Percentile intervals of means, 95 % (Efron 1979). Random numbers follow from the seed, the key of
 * the statistic and the number of the replicate, and values are sorted first: neither the order of
 * instances nor the worker matters.
 */
public final class PercentileBootstrap {
  private static final double LOWER = 0.025;
  private static final double UPPER = 0.975;

  private final long seed;
  private final int replicates;

  /**
   * A bootstrap with its own random numbers.
   *
   * @param replicates number of resamples, usually 1000
   * @throws IllegalArgumentException when there are no replicates
   */
  public PercentileBootstrap(long seed, int replicates) {
    if (replicates < 1) {
      throw new IllegalArgumentException("no replicates");
    }
    this.seed = seed;
    this.replicates = replicates;
  }

  /**
   * Interval of the mean of one task, or of paired differences: instances are resampled.
   *
   * @param values by instance, finite
   * @param key names the statistic among all that use the seed
   * @return null for fewer than two values
   */
  public @Nullable Interval ofMean(double[] values, String key) {
    return values.length < 2 ? null : interval(resampledMeans(values, key));
  }

  private double[] resampledMeans(double[] values, String key) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    long origin = CounterRandom.origin(seed, key);
    double[] means = new double[replicates];
    for (int replicate = 0; replicate < replicates; replicate++) {
      CounterRandom random = CounterRandom.replicate(origin, replicate);
      double sum = 0;
      for (int draw = 0; draw < sorted.length; draw++) {
        sum += sorted[random.nextBelow(sorted.length)];
      }
      means[replicate] = sum / sorted.length;
    }
    return means;
  }

  private static Interval interval(double[] means) {
    Arrays.sort(means);
    return new Interval(quantile(means, LOWER), quantile(means, UPPER));
  }

  /**
   * Quantile by linear interpolation between the values around position (n - 1) p: type 7 of
   * Hyndman and Fan (1996), the default of NumPy and R.
   *
   * @param sorted at least one value, ascending
   */
  static double quantile(double[] sorted, double p) {
    double position = (sorted.length - 1) * p;
    int below = (int) position;
    double share = position - below;
    return share == 0 ? sorted[below] : sorted[below] + share * (sorted[below + 1] - sorted[below]);
  }
}
