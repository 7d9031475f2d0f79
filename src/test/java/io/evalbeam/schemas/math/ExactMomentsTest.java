package io.evalbeam.schemas.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactMomentsTest {
  // Wide enough for the exponents of squared doubles, so that only the division rounds.
  private static final MathContext WIDE = new MathContext(3000);

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 50})
  void equalsBigDecimalToTheLastBit(int count) {
    Random random = new Random(count);
    for (int round = 0; round < 20; round++) {
      double[] values = ExactSumTest.anyDoubles(random, count, round % 4);
      ExactMoments moments = momentsOf(values);
      BigDecimal n = BigDecimal.valueOf(count);
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal squares = BigDecimal.ZERO;
      for (double value : values) {
        sum = sum.add(new BigDecimal(value));
        squares = squares.add(new BigDecimal(value).pow(2));
      }
      BigDecimal scatter = squares.multiply(n).subtract(sum.pow(2));
      BigDecimal divisor = n.multiply(n.subtract(BigDecimal.ONE));
      assertEquals(0, sum.compareTo(moments.exactSum()));
      assertEquals(sum.divide(n, WIDE).doubleValue() + 0.0, moments.mean());
      assertEquals(scatter.divide(divisor, WIDE).doubleValue(), moments.sampleVariance());
    }
  }

  @Test
  void nearlyConstantDataKeepTheirVariance() {
    double ulp = Math.ulp(1e9);
    ExactMoments moments = momentsOf(1e9, 1e9 + ulp, 1e9 + 2 * ulp);
    assertEquals(1e9 + ulp, moments.mean());
    assertEquals(ulp * ulp, moments.sampleVariance());
    assertEquals(0.0, momentsOf(0.1, 0.1, 0.1).sampleVariance());
    assertEquals(0.1, momentsOf(0.1, 0.1, 0.1).mean());
  }

  @Test
  void fewValuesHaveNoMoments() {
    assertNull(new ExactMoments().mean());
    assertNull(momentsOf(3.0).sampleVariance());
  }

  @Test
  void orderGroupingAndBytesLeaveNoTrace() {
    Random random = new Random(11);
    double[] values = ExactSumTest.anyDoubles(random, 300, 0);
    ExactMoments inOrder = momentsOf(values);
    for (int round = 0; round < 10; round++) {
      ExactSumTest.shuffle(values, random);
      ExactMoments left = new ExactMoments();
      ExactMoments right = new ExactMoments();
      int split = random.nextInt(values.length);
      for (int i = 0; i < values.length; i++) {
        (i < split ? left : right).add(values[i]);
      }
      right.add(ExactMoments.fromBytes(left.toBytes()));
      assertEquals(inOrder, right);
      assertEquals(inOrder.hashCode(), right.hashCode());
    }
  }

  @Test
  void addsItself() {
    ExactMoments moments = momentsOf(1.0, 4.0);
    moments.add(moments);
    assertEquals(momentsOf(1.0, 1.0, 4.0, 4.0), moments);
    assertEquals(4, moments.count());
    assertEquals(10.0, moments.sum());
  }

  @Test
  void manyTimesEqualsSingleAdditions() {
    Random random = new Random(5);
    for (int round = 0; round < 40; round++) {
      ExactMoments single = new ExactMoments();
      ExactMoments together = new ExactMoments();
      for (double value : ExactSumTest.anyDoubles(random, 5, round % 4)) {
        int times = random.nextInt(300);
        for (int i = 0; i < times; i++) {
          single.add(value);
        }
        together.add(value, times);
      }
      assertEquals(single, together);
    }
  }

  /** At and beside the limits within which values are summed in machine words. */
  @Test
  void scoresAreAsExactAsAnyDoubles() {
    double[] values = {
      0.0,
      -0.0,
      1.0,
      -1.0,
      1 / 36.0,
      -35 / 36.0,
      0.1,
      0x1p-58,
      -0x1p-58,
      0x1p-59,
      0x1.8p-58,
      16.0,
      -16.0,
      Math.nextUp(16.0),
      Math.nextDown(16.0),
      17.0,
      1e300,
      -1e-300,
      Double.MIN_VALUE
    };
    long[] times = {0, 1, 2, 3, 1_000_003, (1L << 32) - 1, 1L << 32, (1L << 32) + 1, 1L << 49};
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      ExactMoments moments = new ExactMoments();
      ExactMoments part = new ExactMoments();
      BigDecimal n = BigDecimal.ZERO;
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal squares = BigDecimal.ZERO;
      for (int i = 0; i < 30; i++) {
        double value = values[random.nextInt(values.length)];
        long count = times[random.nextInt(times.length)];
        (random.nextBoolean() ? part : moments).add(value, count);
        BigDecimal exact = new BigDecimal(value);
        n = n.add(BigDecimal.valueOf(count));
        sum = sum.add(exact.multiply(BigDecimal.valueOf(count)));
        squares = squares.add(exact.pow(2).multiply(BigDecimal.valueOf(count)));
      }
      moments.add(part);
      assertEquals(0, sum.compareTo(moments.exactSum()));
      BigDecimal scatter = squares.multiply(n).subtract(sum.pow(2));
      BigDecimal divisor = n.multiply(n.subtract(BigDecimal.ONE));
      assertEquals(scatter.divide(divisor, WIDE).doubleValue(), moments.sampleVariance());
      assertEquals(moments, ExactMoments.fromBytes(moments.toBytes()));
    }
  }

  @Test
  void valuesAddedTogetherAreThoseAddedOneByOne() {
    Random random = new Random(8);
    for (int round = 0; round < 40; round++) {
      double[] values = ExactSumTest.anyDoubles(random, 100, round % 4);
      for (int i = 0; i < values.length; i += 1 + random.nextInt(3)) {
        values[i] = random.nextInt(-36, 37) / 36.0;
      }
      ExactMoments single = momentsOf(values);
      ExactMoments together = new ExactMoments();
      together.addAll(values.clone(), 60);
      for (int i = 60; i < values.length; i++) {
        together.add(values[i]);
      }
      assertEquals(single, together);
      assertEquals(values.length, together.count());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new ExactMoments().addAll(new double[] {0.5, Double.POSITIVE_INFINITY}, 2));
  }

  @Test
  void aNumberOfTimesBeyondIntStaysExact() {
    ExactMoments moments = momentsOf();
    moments.add(Double.MIN_VALUE, 1L << 40);
    moments.add(-3.0, 1L << 61);
    moments.add(-3.0, 0);
    assertEquals((1L << 61) + (1L << 40), moments.count());
    assertEquals(-3.0 * 0x1p61, moments.sum());
    assertEquals(moments, ExactMoments.fromBytes(moments.toBytes()));
    assertThrows(IllegalArgumentException.class, () -> moments.add(1.0, -1));
    assertThrows(IllegalArgumentException.class, () -> moments.add(Double.NaN, 2));
  }

  @Test
  void refusesForeignBytes() {
    assertThrows(IllegalArgumentException.class, () -> ExactMoments.fromBytes(new byte[4]));
    assertThrows(
        IllegalArgumentException.class,
        () -> ExactMoments.fromBytes(new byte[] {0, 0, 0, 0, 0, 0, 0, 1, 0, 9, 1}));
  }

  private static ExactMoments momentsOf(double... values) {
    ExactMoments moments = new ExactMoments();
    for (double value : values) {
      moments.add(value);
    }
    return moments;
  }
}
