package io.evalbeam.transforms.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.math.ExactMoments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairSumsTest {
  @Test
  void equalsTheComparisonInstanceByInstance() {
    Random random = new Random(6);
    for (int round = 0; round < 200; round++) {
      int count = random.nextInt(300);
      boolean sameInstances = round % 3 > 0;
      List<String> keys = Vectors.someKeys(random, count);
      List<String> otherKeys = sameInstances ? keys : Vectors.someKeys(random, count);
      UnitVector a = Vectors.random(random, keys, random.nextInt(3) > 0);
      UnitVector b = Vectors.random(random, otherKeys, random.nextInt(3) > 0);
      assertEqualsNaive(a, b, PairSums.of(a, b));
      PairSums reversed = PairSums.of(b, a);
      assertEquals(PairSums.of(a, b).greaterA(), reversed.greaterB());
    }
  }

  @Test
  void countingBitsGivesTheBytesOfTheGeneralPath() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<String> keys = Vectors.someKeys(random, 1 + random.nextInt(400));
      UnitVector a = Vectors.random(random, keys, true);
      UnitVector b = Vectors.random(random, keys, true);
      PairSumsBuilder general = new PairSumsBuilder();
      general.addAligned(a, b, Alignment.of(a.instances(), b.instances()));
      assertArrayEquals(general.build().toBytes(), PairSums.of(a, b).toBytes());
    }
  }

  @Test
  void sumsOverTasksAddUpInAnyOrder() {
    Random random = new Random(12);
    List<PairSums> tasks = new ArrayList<>();
    ExactMoments all = new ExactMoments();
    for (int task = 0; task < 12; task++) {
      List<String> keys = Vectors.someKeys(random, 80);
      PairSums sums =
          PairSums.of(
              Vectors.random(random, keys, task % 2 == 0),
              Vectors.random(random, keys, task % 3 == 0));
      tasks.add(sums);
      all.add(sums.differences());
    }
    PairSums inOrder = tasks.stream().reduce(PairSums.NONE, PairSums::merge);
    assertEquals(all, inOrder.differences());
    for (int round = 0; round < 10; round++) {
      Collections.shuffle(tasks, random);
      PairSums first = tasks.subList(0, 5).stream().reduce(PairSums.NONE, PairSums::merge);
      PairSums rest = tasks.subList(5, 12).stream().reduce(PairSums::merge).orElseThrow();
      assertEquals(inOrder, PairSums.fromBytes(rest.merge(first).toBytes()));
    }
  }

  @Test
  void differentQuestionsAreNotCompared() {
    TreeMap<String, Double> scores = new TreeMap<>();
    TreeMap<String, Long> texts = new TreeMap<>();
    TreeMap<String, Long> otherTexts = new TreeMap<>();
    for (int i = 0; i < 200; i++) {
      scores.put(Vectors.key(i), 1.0);
      texts.put(Vectors.key(i), i % 10 == 0 ? 0L : 5L);
      otherTexts.put(Vectors.key(i), i % 4 == 0 ? 6L : 5L);
    }
    PairSums sums = PairSums.of(Vectors.vector(scores, texts), Vectors.vector(scores, otherTexts));
    long differ = IntStream.range(0, 200).filter(i -> i % 10 != 0 && i % 4 == 0).count();
    assertEquals(differ, sums.questionsDiffer());
    assertEquals(200 - differ, sums.ties());
  }

  @Test
  void extremeDifferencesStayFinite() {
    PairSums sums =
        PairSums.of(
            Vectors.singles(Double.MAX_VALUE, Double.MIN_VALUE, 0),
            Vectors.singles(-Double.MAX_VALUE, 0, Double.MIN_VALUE));
    assertEquals(2, sums.greaterA());
    assertEquals(1, sums.greaterB());
    assertEquals(Double.MAX_VALUE, sums.differences().sum());
  }

  @Test
  void refusesDamagedBytes() {
    byte[] graded =
        PairSums.of(Vectors.singles(0.25, 1, 3, 0), Vectors.singles(0.5, 0, 1, 0)).toBytes();
    byte[] binary = PairSums.of(Vectors.singles(1, 0), Vectors.singles(0, 0)).toBytes();
    assertTrue(binary.length <= 8);
    Damage.refusesTruncation(graded, PairSums::fromBytes);
    Damage.refusesTruncation(binary, PairSums::fromBytes);
    Damage.survivesChanges(graded, bytes -> PairSums.fromBytes(bytes).toBytes());
    Damage.survivesChanges(binary, bytes -> PairSums.fromBytes(bytes).toBytes());
  }

  private static void assertEqualsNaive(UnitVector a, UnitVector b, PairSums sums) {
    ExactMoments moments = new ExactMoments();
    long greaterA = 0;
    long greaterB = 0;
    long questionsDiffer = 0;
    for (int i = 0; i < a.size(); i++) {
      int j = b.instances().indexOf(a.instances().key(i));
      long textA = a.texts().hash(i);
      if (j >= 0 && textA != 0 && b.texts().hash(j) != 0 && textA != b.texts().hash(j)) {
        questionsDiffer++;
      } else if (j >= 0 && !Double.isNaN(a.score(i)) && !Double.isNaN(b.score(j))) {
        moments.add(a.score(i) - b.score(j));
        greaterA += a.score(i) > b.score(j) ? 1 : 0;
        greaterB += a.score(i) < b.score(j) ? 1 : 0;
      }
    }
    assertEquals(moments, sums.differences());
    assertEquals(moments.count(), sums.shared());
    assertEquals(greaterA, sums.greaterA());
    assertEquals(greaterB, sums.greaterB());
    assertEquals(moments.count() - greaterA - greaterB, sums.ties());
    assertEquals(questionsDiffer, sums.questionsDiffer());
    assertEquals(sums, PairSums.fromBytes(sums.toBytes()));
  }
}
