package io.evalbeam.schemas.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 100, 1000})
  void equalsTheSumOfBigDecimals(int count) {
    Random random = new Random(count);
    for (int round = 0; round < 40; round++) {
      double[] values = anyDoubles(random, count, round % 4);
      BigDecimal expected = BigDecimal.ZERO;
      ExactSum sum = new ExactSum();
      for (double value : values) {
        expected = expected.add(new BigDecimal(value));
        sum.add(value);
      }
      assertEquals(0, expected.compareTo(sum.exactValue()));
      assertEquals(expected.doubleValue() + 0.0, sum.value());
    }
  }

  @Test
  void orderAndGroupingLeaveNoTrace() {
    Random random = new Random(7);
    double[] values = anyDoubles(random, 500, 0);
    ExactSum inOrder = sumOf(values);
    for (int round = 0; round < 20; round++) {
      shuffle(values, random);
      ExactSum merged = new ExactSum();
      for (int start = 0; start < values.length; ) {
        int end = Math.min(values.length, start + 1 + random.nextInt(50));
        ExactSum part = new ExactSum();
        for (; start < end; start++) {
          part.add(values[start]);
        }
        merged.add(part);
      }
      assertEquals(inOrder, merged);
      assertEquals(inOrder.hashCode(), merged.hashCode());
      assertArrayEquals(inOrder.toBytes(), merged.toBytes());
    }
  }

  @Test
  void survivesHugeCancellation() {
    assertEquals(1e-300, sumOf(1e300, 1e-300, 3.5, -1e300, -3.5).value());
    assertEquals(
        Double.MIN_VALUE, sumOf(Double.MAX_VALUE, Double.MIN_VALUE, -Double.MAX_VALUE).value());
    assertEquals(
        Double.MAX_VALUE, sumOf(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE).value());
    assertEquals(Double.NEGATIVE_INFINITY, sumOf(-Double.MAX_VALUE, -Double.MAX_VALUE).value());
  }

  @Test
  void roundsTiesToEven() {
    double ulp = Math.ulp(1.0);
    assertEquals(1.0, sumOf(1.0, ulp / 2).value());
    assertEquals(1.0 + 2 * ulp, sumOf(1.0 + ulp, ulp / 2).value());
    assertEquals(1.0 + ulp, sumOf(1.0, ulp / 2, Double.MIN_VALUE).value());
    assertEquals(-1.0 - ulp, sumOf(-1.0, -ulp / 2, -Double.MIN_VALUE).value());
  }

  @Test
  void emptyAndNegativeZeroAreZero() {
    assertEquals(0.0, new ExactSum().value());
    assertEquals(0.0, sumOf(-0.0, -0.0).value());
    assertEquals(new ExactSum(), sumOf(5e300, -5e300));
    assertEquals(0, sumOf(2.0, -2.0).toBytes().length);
  }

  @Test
  void addsItself() {
    ExactSum sum = sumOf(0.1, 1e200);
    sum.add(sum);
    assertEquals(sumOf(0.1, 0.1, 1e200, 1e200), sum);
  }

  @Test
  void carriesWhenDigitsFill() {
    // Doubling 40 times passes the limit of delayed carries at the top and inside.
    ExactSum sum = sumOf(Double.MAX_VALUE, -Math.PI);
    BigDecimal expected = new BigDecimal(Double.MAX_VALUE).subtract(new BigDecimal(Math.PI));
    for (int i = 0; i < 40; i++) {
      sum.add(sum);
      expected = expected.add(expected);
    }
    assertEquals(0, expected.compareTo(sum.exactValue()));
    assertEquals(sum, ExactSum.fromBytes(sum.toBytes()));
  }

  @Test
  void bytesAndSerializationGiveTheSameSum() throws IOException, ClassNotFoundException {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      ExactSum sum = sumOf(anyDoubles(random, random.nextInt(20), round % 4));
      ExactSum decoded = ExactSum.fromBytes(sum.toBytes());
      assertEquals(sum, decoded);
      decoded.add(1.5);
      sum.add(1.5);
      assertEquals(sum, decoded);
    }
    ExactSum sum = sumOf(0.1, -2e-310);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sum);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(sum, in.readObject());
    }
    assertNotEquals(sum, sumOf(0.1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatHasNoSum(double value) {
    ExactSum sum = sumOf(1.0);
    assertThrows(IllegalArgumentException.class, () -> sum.add(value));
    assertEquals(sumOf(1.0), sum);
  }

  @Test
  void refusesForeignBytes() {
    assertThrows(IllegalArgumentException.class, () -> ExactSum.fromBytes(new byte[] {3}));
    assertThrows(IllegalArgumentException.class, () -> ExactSum.fromBytes(new byte[] {3, 0, 0, 1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> ExactSum.fromBytes(new byte[] {(byte) 255, 1, 1, 1, 1, 1}));
  }

  static ExactSum sumOf(double... values) {
    ExactSum sum = new ExactSum();
    for (double value : values) {
      sum.add(value);
    }
    return sum;
  }

  /** Finite doubles: of any size (kind 0), subnormal (1), near one (2), cancelling pairs (3). */
  static double[] anyDoubles(Random random, int count, int kind) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (kind) {
            case 0 -> {
              double any = Double.longBitsToDouble(random.nextLong());
              yield Double.isFinite(any) ? any : 1.0;
            }
            case 1 -> Double.longBitsToDouble(random.nextLong() & 0x800F_FFFF_FFFF_FFFFL);
            case 2 -> 1 + random.nextGaussian() * 1e-3;
            case 3 -> i % 2 == 0 ? random.nextGaussian() * 1e17 : -values[i - 1] + 1e-9;
            default -> throw new IllegalArgumentException("kind " + kind);
          };
    }
    return values;
  }

  static void shuffle(double[] values, Random random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }
}
