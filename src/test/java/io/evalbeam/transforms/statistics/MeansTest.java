package io.evalbeam.transforms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evalbeam.schemas.math.ExactMoments;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeansTest {
  private static final MathContext WIDE = new MathContext(60);

  @Test
  void estimatesWithDivisorNMinusOne() {
    MeanEstimate estimate = MeanEstimate.of(new double[] {1, Double.NaN, 2, 6});
    assertEquals(new MeanEstimate(3, 3.0, Math.sqrt(7), Math.sqrt(7) / Math.sqrt(3)), estimate);
    assertEquals(
        new MeanEstimate(1, 0.0, null, null), MeanEstimate.of(new double[] {0, Double.NaN}));
    assertEquals(new MeanEstimate(0, null, null, null), MeanEstimate.of(new double[0]));
  }

  @Test
  void poolsByHand() {
    // Two tasks, {0, 1, 1, 0} and {1, 1}: m = 2/3, cluster sums -2/3 and 2/3.
    PooledMean pooled = PooledMean.of(List.of(task(0, 1, 1, 0), task(), task(1, 1)));
    assertEquals(2, pooled.tasks());
    assertEquals(6, pooled.pooled().n());
    assertEquals(2 / 3.0, required(pooled.pooled().mean()));
    assertEquals(Math.sqrt(4 / 15.0 / 6), required(pooled.pooled().standardError()), 1e-16);
    assertEquals(Math.sqrt(8 / 9.0) / 6, required(pooled.clusteredError()), 1e-16);
    assertEquals(0.75, pooled.macroMean());
    assertEquals(Math.sqrt(1 / 12.0) / 2, required(pooled.macroError()), 1e-16);
  }

  @Test
  void whatCannotBeEstimatedIsNull() {
    PooledMean none = PooledMean.of(List.of());
    assertEquals(0, none.tasks());
    assertNull(none.pooled().mean());
    assertNull(none.macroMean());
    assertNull(none.macroError());
    PooledMean one = PooledMean.of(List.of(task(0, 1)));
    assertNull(one.clusteredError());
    assertNotNull(one.macroError());
    PooledMean withSingle = PooledMean.of(List.of(task(0, 1), task(1)));
    assertNotNull(withSingle.clusteredError());
    assertEquals(0.75, withSingle.macroMean());
    assertNull(withSingle.macroError());
  }

  @Test
  void nearlyEqualTasksKeepTheirClusteredError() {
    Random random = new Random(5);
    List<double[]> values = new ArrayList<>();
    for (int k = 0; k < 5; k++) {
      values.add(random.doubles(3 + k, 1e6, 1e6 + 1e-6).toArray());
    }
    double expected = clusteredByDecimals(values);
    List<TaskSummary> tasks = new ArrayList<>();
    values.forEach(task -> tasks.add(task(task)));
    PooledMean inOrder = PooledMean.of(tasks);
    assertEquals(expected, required(inOrder.clusteredError()), 1e-15 * expected);
    Collections.shuffle(tasks, random);
    assertEquals(inOrder, PooledMean.of(tasks));
  }

  private static double clusteredByDecimals(List<double[]> tasks) {
    double[] all = tasks.stream().flatMapToDouble(Arrays::stream).toArray();
    BigDecimal n = BigDecimal.valueOf(all.length);
    BigDecimal mean = sum(all).divide(n, WIDE);
    BigDecimal squares = BigDecimal.ZERO;
    for (double[] task : tasks) {
      BigDecimal deviation = sum(task).subtract(mean.multiply(BigDecimal.valueOf(task.length)));
      squares = squares.add(deviation.pow(2));
    }
    return squares.sqrt(WIDE).divide(n, WIDE).doubleValue();
  }

  private static BigDecimal sum(double[] values) {
    return Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static TaskSummary task(double... values) {
    ExactMoments moments = new ExactMoments();
    for (double value : values) {
      moments.add(value);
    }
    return new TaskSummary(moments);
  }

  private static double required(@Nullable Double value) {
    assertNotNull(value);
    return value;
  }
}
