package io.evalbeam.transforms.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnitVectorTest {
  @Test
  void comesBackFromItsBytes() {
    Random random = new Random(8);
    for (int round = 0; round < 60; round++) {
      List<String> keys = Vectors.someKeys(random, random.nextInt(500));
      UnitVector vector = Vectors.random(random, keys, round % 2 == 0);
      UnitVector again = decode(vector, new UnitDecoder());
      assertEquals(vector, again);
      assertArrayEquals(vector.scores(), again.scores());
      for (int i = 0; i < keys.size(); i++) {
        assertEquals(keys.get(i), again.instances().key(i));
        assertEquals(vector.texts().hash(i), again.texts().hash(i));
      }
    }
  }

  @Test
  void everyEncodingKeepsItsScores() {
    double[] plain = IntStream.range(0, 400).mapToDouble(i -> Math.sqrt(i + 2)).toArray();
    double[] pairs = IntStream.range(0, 900).mapToDouble(i -> Math.sqrt(i % 300 + 2)).toArray();
    double[] few = IntStream.range(0, 400).mapToDouble(i -> i % 9 / 8.0).toArray();
    double[] binary = IntStream.range(0, 400).mapToDouble(i -> i % 2).toArray();
    few[3] = Double.NaN;
    pairs[3] = Double.NaN;
    plain[3] = Double.NaN;
    binary[3] = Double.NaN;
    few[4] = Double.MIN_VALUE;
    assertEquals(1 + 400 * 8, sizeAfterRoundTrip(plain));
    assertTrue(sizeAfterRoundTrip(pairs) < 900 * 8 * 2 / 3);
    assertTrue(sizeAfterRoundTrip(few) < 500);
    assertEquals(1 + 2 * 50, sizeAfterRoundTrip(binary));
    assertArrayEquals(new double[] {0.0}, Vectors.singles(-0.0).scores());
  }

  @Test
  void equalInstancesHaveEqualBytesAndOneObject() {
    UnitVector first = Vectors.singles(0, 1, 1);
    UnitVector second = Vectors.singles(0.5, 0.25, Double.NaN);
    assertArrayEquals(first.unitKeys(), second.unitKeys());
    UnitDecoder decoder = new UnitDecoder();
    UnitVector left = decode(first, decoder);
    UnitVector right = decode(second, decoder);
    assertSame(left.instances(), right.instances());
    assertSame(left.texts(), right.texts());
    assertNotEquals(left, right);
  }

  @Test
  void keysOfAnyContentKeepTheirOrder() {
    InstanceSet set =
        InstanceSet.of(List.of("id2", "id10", "", "é\uD800x", "id2", "\u4E2D", "id1"));
    InstanceSet again = InstanceSet.fromBytes(set.toBytes());
    assertEquals(set, again);
    assertEquals(6, again.size());
    assertEquals("", again.key(0));
    assertEquals(3, again.indexOf("id2"));
    assertTrue(again.indexOf("id3") < 0);
    InstanceSet numbered =
        InstanceSet.of(IntStream.range(10_000, 20_000).mapToObj(i -> "id" + i).toList());
    assertTrue(numbered.toBytes().length < 35_000);
  }

  @Test
  void refusesDamagedBytes() {
    Random random = new Random(2);
    List<String> keys = Vectors.someKeys(random, 40);
    byte[] keyBytes = InstanceSet.of(keys).toBytes();
    Damage.refusesTruncation(keyBytes, InstanceSet::fromBytes);
    Damage.survivesChanges(keyBytes, bytes -> InstanceSet.fromBytes(bytes).toBytes());
    double[] plain = IntStream.range(0, 300).mapToDouble(i -> Math.sqrt(i + 2)).toArray();
    double[] pairs = IntStream.range(0, 900).mapToDouble(i -> Math.sqrt(i % 300 + 2)).toArray();
    for (double[] scores :
        List.of(new double[] {1, 0, Double.NaN}, new double[] {.5, 1}, plain, pairs)) {
      byte[] bytes = UnitScores.of(scores).toBytes();
      Damage.refusesTruncation(bytes, b -> UnitScores.fromBytes(b, scores.length));
      Damage.survivesChanges(bytes, b -> UnitScores.fromBytes(b, scores.length).toBytes());
    }
    assertThrows(IllegalArgumentException.class, () -> QuestionTexts.fromBytes(new byte[9]));
    UnitVector vector = Vectors.singles(1, 0);
    byte[] otherKeys = Vectors.singles(1).unitKeys();
    assertThrows(
        IllegalArgumentException.class,
        () -> UnitVector.decode(vector.units(), otherKeys, vector.unitTexts(), new UnitDecoder()));
    assertThrows(
        IllegalArgumentException.class, () -> Vectors.singles(1, Double.POSITIVE_INFINITY));
    assertEquals(0, Vectors.of(new TreeMap<>()).size());
  }

  private static int sizeAfterRoundTrip(double[] scores) {
    UnitVector vector = Vectors.singles(scores);
    assertArrayEquals(scores, decode(vector, new UnitDecoder()).scores());
    return vector.units().length;
  }

  private static UnitVector decode(UnitVector vector, UnitDecoder decoder) {
    return UnitVector.decode(vector.units(), vector.unitKeys(), vector.unitTexts(), decoder);
  }
}
