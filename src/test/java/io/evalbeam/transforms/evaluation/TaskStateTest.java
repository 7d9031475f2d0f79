package io.evalbeam.transforms.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TaskStateTest {
  @Test
  void updatesEqualTheStateFromScratch() {
    Random random = new Random(13);
    List<Contribution> live = new ArrayList<>();
    TaskState state = TaskState.empty();
    for (int step = 0; step < 60; step++) {
      if (live.size() > 3 && random.nextInt(3) == 0) {
        live.remove(random.nextInt(live.size()));
      } else {
        live.add(randomRun(random, step));
      }
      Collections.shuffle(live, random);
      state = state.update(live);
      assertArrayEquals(TaskState.empty().update(live).toBytes(), state.toBytes());
      TaskState stored = TaskState.fromBytes(state.toBytes(), new UnitDecoder());
      assertEquals(state, stored);
      assertEquals(state.duplicates(), stored.duplicates());
      state = random.nextBoolean() ? stored : state;
    }
    for (int j = 1; j < state.models().size(); j++) {
      for (int i = 0; i < j; i++) {
        UnitVector a = state.models().get(i).originals();
        UnitVector b = state.models().get(j).originals();
        PairSums expected = a == null || b == null ? PairSums.NONE : PairSums.of(a, b);
        assertEquals(expected, state.pair(i, j));
      }
    }
  }

  @Test
  void readsAndComparesNewRunsOnly() {
    Contribution a = run("a", "1", Vectors.singles(0, 1, 1));
    Contribution b = run("b", "2", Vectors.singles(1, 1, 0));
    Contribution c = run("c", "3", Vectors.singles(0, 0, 1));
    TaskState before = TaskState.empty().update(List.of(a, b));
    List<RunKey> read = new ArrayList<>();
    TaskState after =
        before.update(
            List.of(c.run(), b.run(), a.run(), c.run()),
            key -> {
              read.add(key);
              return c;
            });
    assertEquals(List.of(c.run()), read);
    assertSame(before.pair(0, 1), after.pair(0, 1));
    assertSame(before.models().get(0), after.models().get(0));
    TaskState replaced = after.update(List.of(a, run("b", "4", Vectors.singles(1, 1, 1)), c));
    assertEquals(2, replaced.pair(1, 2).greaterA());
    assertSame(after.pair(0, 2), replaced.pair(0, 2));
    assertEquals(before, after.update(List.of(a, b)));
    assertThrows(IllegalArgumentException.class, () -> after.pair(1, 0));
  }

  @Test
  void aRunThatIsThereTwiceCountsOnce() {
    Contribution a = run("a", "1", Vectors.singles(0, 1, 1));
    Contribution b = run("b", "2", Vectors.singles(1, 1, 0));
    TaskState once = TaskState.empty().update(List.of(a, b));
    assertEquals(once, TaskState.empty().update(List.of(a, b, a)));
    assertEquals(3, once.pair(0, 1).shared());
  }

  @Test
  void overlappingRunsOfAModelCountOncePerInstanceAndAreReported() {
    UnitVector low = vector("x", 0.0, "y", 0.0);
    UnitVector middle = vector("y", 0.5, "z", 0.5);
    UnitVector high = vector("x", 1.0, "w", 1.0);
    Contribution first = run("m", "11", low);
    Contribution second = run("m", "22", middle);
    Contribution third = run("m", "33", high);
    TaskState state = TaskState.empty().update(List.of(second, first, third));
    assertEquals(vector("w", 1.0, "x", 1.0, "y", 0.5, "z", 0.5), state.models().get(0).originals());
    assertEquals(
        List.of(
            new DuplicateInstances(third.run(), first.run(), null, 1),
            new DuplicateInstances(second.run(), first.run(), null, 1)),
        state.duplicates());
    TaskState disjoint =
        TaskState.empty().update(List.of(run("m", "11", low), run("m", "44", vector("z", 1.0))));
    assertTrue(disjoint.duplicates().isEmpty());
    assertEquals(vector("x", 0.0, "y", 0.0, "z", 1.0), disjoint.models().get(0).originals());
  }

  @Test
  void aMissingScoreOfTheGreaterRunIsNotFilledFromTheOther() {
    TaskState state =
        TaskState.empty()
            .update(
                List.of(run("m", "1", vector("x", 1.0)), run("m", "2", vector("x", Double.NaN))));
    assertEquals(vector("x", Double.NaN), state.models().get(0).originals());
  }

  @Test
  void refusesDamagedBytes() {
    Random random = new Random(21);
    List<Contribution> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      runs.add(randomRun(random, i));
    }
    byte[] bytes = TaskState.empty().update(runs).toBytes();
    Damage.refusesTruncation(bytes, b -> TaskState.fromBytes(b, new UnitDecoder()));
    for (int round = 0; round < 3_000; round++) {
      byte[] changed = bytes.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      try {
        TaskState state = TaskState.fromBytes(changed, new UnitDecoder());
        assertEquals(state, TaskState.fromBytes(state.toBytes(), new UnitDecoder()));
      } catch (IllegalArgumentException e) {
        assertTrue(e.getMessage() != null);
      }
    }
    assertEquals(
        TaskState.empty(), TaskState.fromBytes(TaskState.empty().toBytes(), new UnitDecoder()));
  }

  @Test
  void aConditionIsThereOnce() {
    ConditionUnits originals = new ConditionUnits(null, false, false, Vectors.singles(1));
    RunKey key = new RunKey("m", "run", "1");
    assertThrows(
        IllegalArgumentException.class, () -> new Contribution(key, List.of(originals, originals)));
  }

  private static Contribution randomRun(Random random, int number) {
    List<ConditionUnits> conditions = new ArrayList<>();
    boolean binary = random.nextBoolean();
    for (String perturbation : List.of("", "typos", "dialect")) {
      if (random.nextInt(3) > 0) {
        conditions.add(
            new ConditionUnits(
                perturbation.isEmpty() ? null : perturbation,
                perturbation.equals("typos"),
                perturbation.equals("dialect"),
                Vectors.random(random, Vectors.someKeys(random, 30), binary)));
      }
    }
    RunKey key =
        new RunKey("model" + random.nextInt(6), "run" + random.nextInt(3), "hash" + number);
    return new Contribution(key, conditions);
  }

  private static UnitVector vector(Object... keysAndScores) {
    TreeMap<String, Double> scores = new TreeMap<>();
    for (int i = 0; i < keysAndScores.length; i += 2) {
      scores.put((String) keysAndScores[i], (Double) keysAndScores[i + 1]);
    }
    return Vectors.of(scores);
  }

  static Contribution run(String modelId, String hash, UnitVector originals) {
    return new Contribution(
        new RunKey(modelId, "run of " + modelId, hash),
        List.of(new ConditionUnits(null, false, false, originals)));
  }
}
