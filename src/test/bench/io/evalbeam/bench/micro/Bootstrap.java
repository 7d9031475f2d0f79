package io.evalbeam.bench.micro;

import io.evalbeam.transforms.statistics.Interval;
import io.evalbeam.transforms.statistics.PercentileBootstrap;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Interval of the mean of 1,000 scores from 1,000 resamples; the peer draws from Java's fast
 * generator, whose numbers depend on how many were drawn before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Bootstrap {
  private static final int REPLICATES = 1_000;

  private final double[] scores = new SplittableRandom(7).doubles(1_000).toArray();
  private final PercentileBootstrap bootstrap = new PercentileBootstrap(1, REPLICATES);
  private final SplittableRandom random = new SplittableRandom(1);

  @Benchmark
  public @Nullable Interval percentileBootstrap() {
    return bootstrap.ofMean(scores, "task");
  }

  @Benchmark
  public double peerSplittableRandom() {
    double[] means = new double[REPLICATES];
    for (int replicate = 0; replicate < REPLICATES; replicate++) {
      double sum = 0;
      for (int draw = 0; draw < scores.length; draw++) {
        sum += scores[random.nextInt(scores.length)];
      }
      means[replicate] = sum / scores.length;
    }
    Arrays.sort(means);
    return means[REPLICATES * 39 / 40] - means[REPLICATES / 40];
  }
}
