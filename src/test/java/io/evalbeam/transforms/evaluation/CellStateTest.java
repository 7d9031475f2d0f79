package io.evalbeam.transforms.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellStateTest {
  private static final MathContext WIDE = new MathContext(1_300);

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10, 41, 120})
  void figuresEqualExactArithmetic(int instances) {
    Random random = new Random(instances);
    for (int round = 0; round < 4; round++) {
      double[][] trials = randomTrials(random, instances, round);
      double[] means = Arrays.stream(trials).mapToDouble(CellStateTest::exactMean).toArray();
      CellState state = stateOf(trials);
      assertEquals(instances, state.n());
      assertEquals(exactMean(means), state.mean());
      assertEquals(Math.sqrt(exactVariance(means)), state.sd());
      Arrays.sort(means);
      assertEquals(means[0], state.min());
      assertEquals(means[instances - 1], state.max());
      for (int percent : new int[] {0, 5, 25, 50, 75, 95, 100}) {
        assertEquals(exactQuantile(means, percent), state.quantile(percent));
      }
      double some = means[instances / 2];
      long count = Arrays.stream(means).filter(mean -> mean == some).count();
      assertEquals(count, state.count(some));
    }
  }

  @Test
  void mergesLeaveNoTraceOfOrderAndGrouping() {
    Random random = new Random(3);
    double[][] trials = randomTrials(random, 300, 1);
    CellState whole = stateOf(trials);
    for (int round = 0; round < 20; round++) {
      List<CellState> parts = new ArrayList<>();
      int from = 0;
      while (from < trials.length) {
        int to = Math.min(trials.length, from + 1 + random.nextInt(120));
        parts.add(stateOf(Arrays.copyOfRange(trials, from, to)));
        from = to;
      }
      while (parts.size() > 1) {
        CellState first = parts.remove(random.nextInt(parts.size()));
        CellState second = parts.remove(random.nextInt(parts.size()));
        assertEquals(first.merge(second), second.merge(first));
        parts.add(CellState.fromBytes(first.merge(second).toBytes()));
      }
      assertArrayEquals(whole.toBytes(), parts.get(0).toBytes());
      assertEquals(whole, whole.merge(CellState.empty()));
    }
  }

  @Test
  void beyondTheLimitOfDifferentScoresMomentsRemain() {
    double[] scores = IntStream.range(0, 70_000).mapToDouble(i -> i / 3.0).toArray();
    CellState low = stateOfSingles(Arrays.copyOf(scores, 40_000));
    CellState high = stateOfSingles(Arrays.copyOfRange(scores, 30_000, 70_000));
    CellState all = stateOfSingles(scores);
    CellState limit = stateOfSingles(Arrays.copyOf(scores, 65_536));
    assertEquals(scores[65_535], limit.quantile(100));
    assertNull(stateOfSingles(Arrays.copyOf(scores, 65_537)).quantile(50));
    assertNull(all.quantile(50));
    assertNull(all.count(0.0));
    assertEquals(69_999 / 3.0, all.max());
    assertEquals(0.0, all.min());
    assertEquals(exactMean(scores), all.mean());
    CellState overlap = stateOfSingles(Arrays.copyOfRange(scores, 30_000, 40_000));
    assertEquals(all.merge(overlap), low.merge(high));
    assertEquals(all.merge(overlap).merge(low), low.merge(overlap.merge(all)));
    assertEquals(all, CellState.fromBytes(all.toBytes()));
    assertEquals(all, all.merge(CellState.empty()));
  }

  @Test
  void binaryCellsTakeFewBytes() {
    CellState state =
        stateOfSingles(IntStream.range(0, 10_000).mapToDouble(i -> i % 3 == 0 ? 1 : 0).toArray());
    assertTrue(state.isBinary());
    assertEquals(3_334L, state.count(1.0));
    assertTrue(state.toBytes().length <= 40, "bytes: " + state.toBytes().length);
    assertFalse(stateOfSingles(0.0, 0.5, 1.0).isBinary());
    assertFalse(CellState.empty().isBinary());
  }

  @Test
  void missingIsNeitherZeroNorCounted() {
    CellAccumulator cell = new CellAccumulator(0);
    cell.addMissing();
    cell.add(new int[] {2}, new double[] {-0.0}, 1);
    CellState state = cell.toState();
    assertEquals(1, state.n());
    assertEquals(1, state.missing());
    assertEquals(0.0, state.mean());
    assertEquals(0.0, state.min());
    assertEquals(1L, state.count(-0.0));
    assertNull(state.sd());
    CellState empty = CellState.empty();
    assertNull(empty.mean());
    assertNull(empty.min());
    assertNull(empty.max());
    assertNull(empty.quantile(50));
    assertNull(empty.meanOfTrialMeans());
    assertEquals(empty, CellState.fromBytes(empty.toBytes()));
  }

  @Test
  void nearlyConstantAndSubnormalScoresKeepTheirDeviation() {
    double ulp = Math.ulp(0.7);
    assertEquals(ulp, stateOfSingles(0.7 - ulp, 0.7, 0.7 + ulp).sd());
    assertEquals(0.0, stateOfSingles(0.1, 0.1, 0.1).sd());
    double tiny = Double.MIN_VALUE;
    CellState subnormal = stateOfSingles(tiny, 3 * tiny);
    assertEquals(2 * tiny, subnormal.mean());
    assertEquals(tiny, subnormal.min());
    assertEquals(2 * tiny, subnormal.quantile(50));
    assertEquals(0.0, stateOf(new double[][] {{tiny, 0.0, 0.0}}).mean());
    assertEquals(0.0, stateOf(new double[][] {{-tiny, -0.0, 0.0}}).min());
    CellState huge = stateOfSingles(-Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);
    assertNull(huge.sd());
    assertEquals(Double.MAX_VALUE / 3, huge.mean());
    assertNull(stateOfSingles(Double.MAX_VALUE, Double.MAX_VALUE).meanOfTrialMeans());
    assertNull(stateOf(new double[][] {{1e300, -1e300}}).withinVariance());
  }

  @Test
  void trialsAreAveragedBeforeInstances() {
    CellAccumulator cell = new CellAccumulator(3);
    assertEquals(0.75, cell.add(new int[] {0, 1, 2, 3}, new double[] {1, 1, 0, 1}, 4));
    assertEquals(1.0, cell.add(new int[] {1}, new double[] {1}, 1));
    assertEquals(0.5, cell.add(new int[] {0, 3}, new double[] {0, 1}, 2));
    CellState state = cell.toState();
    assertEquals(3, state.n());
    assertEquals(4, state.trials());
    assertEquals(0.75, state.mean());
    assertEquals(0.25, state.sd());
    // Trial 0: 1/2, trial 1: 1, trial 2: 0, trial 3: 1.
    assertEquals(0.625, state.meanOfTrialMeans());
    // Variances over trials: 1/4 and 1/2; 1/T is 1/4, 1 and 1/2 on average 7/12.
    assertEquals(0.375, state.withinVariance());
    assertEquals(0.0, state.betweenVariance());
  }

  @Test
  void scatterIsDividedIntoTrialsAndInstances() {
    CellState state = stateOf(new double[][] {{0.0, 0.2}, {0.5, 0.7}, {0.9, 1.1}});
    double within = 0.02;
    double between = exactVariance(new double[] {0.1, 0.6, 1.0}) - within / 2;
    assertEquals(within, state.withinVariance(), 1e-15);
    assertEquals(between, state.betweenVariance(), 1e-15);
    assertNull(stateOfSingles(0.0, 1.0).withinVariance());
    assertNull(stateOfSingles(0.0, 1.0).betweenVariance());
  }

  @Test
  void refusesDamagedBytes() {
    byte[] graded = stateOf(randomTrials(new Random(9), 12, 1)).toBytes();
    byte[] binary = stateOfSingles(0, 1, 1).toBytes();
    Damage.refusesTruncation(graded, CellState::fromBytes);
    Damage.refusesTruncation(binary, CellState::fromBytes);
    Damage.survivesChanges(graded, bytes -> CellState.fromBytes(bytes).toBytes());
    Damage.survivesChanges(binary, bytes -> CellState.fromBytes(bytes).toBytes());
  }

  static CellState stateOfSingles(double... scores) {
    return stateOf(Arrays.stream(scores).mapToObj(s -> new double[] {s}).toArray(double[][]::new));
  }

  private static CellState stateOf(double[][] trials) {
    CellAccumulator cell = new CellAccumulator(trials.length / 2);
    for (double[] values : trials) {
      cell.add(IntStream.range(0, values.length).toArray(), values, values.length);
    }
    return cell.toState();
  }

  /** Scores of one to four trials: binary, thirds, any fraction, or of any magnitude. */
  private static double[][] randomTrials(Random random, int instances, int kind) {
    double[][] trials = new double[instances][];
    for (int i = 0; i < instances; i++) {
      trials[i] = new double[1 + random.nextInt(4)];
      for (int t = 0; t < trials[i].length; t++) {
        trials[i][t] =
            switch (kind) {
              case 0 -> random.nextInt(2);
              case 1 -> random.nextInt(10) / 9.0;
              case 2 -> random.nextDouble();
              default -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(600) - 500);
            };
      }
    }
    return trials;
  }

  private static double exactMean(double[] values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value));
    }
    return sum.divide(BigDecimal.valueOf(values.length), WIDE).doubleValue();
  }

  private static double exactVariance(double[] values) {
    BigDecimal n = BigDecimal.valueOf(values.length);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value));
      squares = squares.add(new BigDecimal(value).pow(2));
    }
    return squares
        .multiply(n)
        .subtract(sum.pow(2))
        .divide(n.multiply(n.subtract(BigDecimal.ONE)), WIDE)
        .doubleValue();
  }

  private static double exactQuantile(double[] sorted, int percent) {
    int hundredths = (sorted.length - 1) * percent;
    BigDecimal low = new BigDecimal(sorted[hundredths / 100]);
    BigDecimal high = new BigDecimal(sorted[Math.min(hundredths / 100 + 1, sorted.length - 1)]);
    BigDecimal fraction = BigDecimal.valueOf(hundredths % 100, 2);
    return high.subtract(low).multiply(fraction).add(low).doubleValue();
  }
}
