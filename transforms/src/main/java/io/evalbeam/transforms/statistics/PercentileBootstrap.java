package io.evalbeam.transforms.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /**
   * Interval of the mean over tasks of task means: instances are resampled inside their tasks, the
   * tasks stay as they are.
   *
   * @param values by task and instance, finite
   * @param key names the statistic among all that use the seed
   * @return null without tasks, or when a task has fewer than two values
   */
  public @Nullable Interval ofMacroMean(SortedMap<String, double[]> values, String key) {
    double[] sums = new double[replicates];
    for (Map.Entry<String, double[]> task : values.entrySet()) {
      if (task.getValue().length < 2) {
        return null;
      }
      // The length keeps (a, bc) apart from (ab, c).
      double[] means = resampledMeans(task.getValue(), key.length() + ":" + key + task.getKey());
      Arrays.setAll(sums, replicate -> sums[replicate] + means[replicate]);
    }
    if (values.isEmpty()) {
      return null;
    }
    Arrays.setAll(sums, replicate -> sums[replicate] / values.size());
    return interval(sums);
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

  private static @Nullable Interval interval(double[] means) {
    TreeMap<Double, Long> counts = new TreeMap<>();
    for (double mean : means) {
      counts.merge(mean, 1L, Long::sum);
    }
    Quantiles quantiles = Quantiles.of(counts);
    Double lower = quantiles.at(LOWER);
    Double upper = quantiles.at(UPPER);
    return lower == null || upper == null ? null : new Interval(lower, upper);
  }
}
