package io.evalbeam.bench.micro;

import io.evalbeam.schemas.math.ExactMoments;
import io.evalbeam.schemas.math.ExactSum;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Sums of 10,000 scores; the peer adds doubles, whose sum depends on their order. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Summation {
  private final double[] scores = new SplittableRandom(7).doubles(10_000).toArray();

  @Benchmark
  public double exactSum() {
    ExactSum sum = new ExactSum();
    for (double score : scores) {
      sum.add(score);
    }
    return sum.value();
  }

  /** Count, sum and sum of squares. */
  @Benchmark
  public double exactMoments() {
    ExactMoments moments = new ExactMoments();
    for (double score : scores) {
      moments.add(score);
    }
    return moments.sum();
  }

  /** Neumaier's variant of Kahan's sum: precise, and still dependent on the order. */
  @Benchmark
  public double compensatedSum() {
    double sum = 0;
    double lost = 0;
    for (double score : scores) {
      double next = sum + score;
      lost += Math.abs(sum) >= Math.abs(score) ? (sum - next) + score : (score - next) + sum;
      sum = next;
    }
    return sum + lost;
  }

  /** The other exact sum that Java has. */
  @Benchmark
  public double decimalSum() {
    BigDecimal sum = BigDecimal.ZERO;
    for (double score : scores) {
      sum = sum.add(new BigDecimal(score));
    }
    return sum.doubleValue();
  }

  @Benchmark
  public double peerPlainSum() {
    double sum = 0;
    for (double score : scores) {
      sum += score;
    }
    return sum;
  }
}
