package io.evalbeam.transforms.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AlignedScoresTest {
  @Test
  void pairSumsEqualCountingInstances() {
    TaskState state = randomTask(new Random(1), List.of("a", "b", "c", "d"));
    AlignedScores scores = AlignedScores.of(state);
    assertEquals(List.of("a", "b", "c", "d"), scores.models());
    for (int b = 1; b < 4; b++) {
      for (int a = 0; a < b; a++) {
        long[] byOrder = new long[3];
        for (int k = 0; k < scores.instances().size(); k++) {
          if (scores.comparable(a, b, k)) {
            byOrder[1 + Integer.signum(Double.compare(scores.score(a, k), scores.score(b, k)))]++;
          }
        }
        PairSums pair = state.pair(a, b);
        assertEquals(byOrder[0], pair.greaterB());
        assertEquals(byOrder[1], pair.ties());
        assertEquals(byOrder[2], pair.greaterA());
      }
    }
  }

  @Test
  void scoresAreAlignedOverTheUnionOfInstances() {
    TreeMap<String, Double> some = new TreeMap<>();
    some.put(Vectors.key(1), 0.5);
    some.put(Vectors.key(9), 0.25);
    Contribution withoutOriginals =
        new Contribution(
            new RunKey("c", "run", "3"),
            List.of(new ConditionUnits("typos", true, false, Vectors.singles(1))));
    TaskState state =
        TaskState.empty()
            .update(
                List.of(
                    TaskStateTest.run("b", "2", Vectors.of(some)),
                    withoutOriginals,
                    TaskStateTest.run("a", "1", Vectors.singles(0, 1))));
    AlignedScores scores = AlignedScores.of(state);
    assertEquals(List.of("a", "b"), scores.models());
    assertArrayEquals(new double[] {0, 1, Double.NaN}, scores.scores()[0]);
    assertArrayEquals(new double[] {Double.NaN, 0.5, 0.25}, scores.scores()[1]);
    assertTrue(scores.comparable(0, 1, 1));
    assertFalse(scores.comparable(0, 1, 2));
    assertEquals(0, AlignedScores.of(TaskState.empty()).instances().size());
  }

  private static TaskState randomTask(Random random, List<String> models) {
    List<Contribution> runs = new ArrayList<>();
    for (String model : models) {
      UnitVector units = Vectors.random(random, Vectors.someKeys(random, 60), random.nextBoolean());
      runs.add(TaskStateTest.run(model, "hash of " + model, units));
    }
    return TaskState.empty().update(runs);
  }
}
