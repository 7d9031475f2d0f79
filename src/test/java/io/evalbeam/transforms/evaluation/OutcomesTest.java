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

class OutcomesTest {
  @Test
  void halfWinsEqualCountingInstances() {
    TaskState state = randomTask(new Random(1), List.of("a", "b", "c", "d"));
    AlignedScores scores = AlignedScores.of(state);
    for (boolean lowerIsBetter : new boolean[] {false, true}) {
      Outcomes outcomes = Outcomes.of(state, lowerIsBetter);
      assertEquals(scores.models(), outcomes.models());
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          long halfWins = 0;
          long comparisons = 0;
          for (int k = 0; k < scores.instances().size(); k++) {
            if (i != j && scores.comparable(i, j, k)) {
              int order = Double.compare(scores.score(i, k), scores.score(j, k));
              halfWins += 1 + (lowerIsBetter ? -order : order);
              comparisons++;
            }
          }
          assertEquals(halfWins, outcomes.halfWins(i, j));
          assertEquals(comparisons, outcomes.comparisons(i, j));
        }
      }
    }
  }

  @Test
  void tasksWithDifferentModelsAddUpInAnyOrder() {
    Random random = new Random(2);
    Outcomes first = Outcomes.of(randomTask(random, List.of("a", "c")), false);
    Outcomes second = Outcomes.of(randomTask(random, List.of("b", "c", "d")), false);
    Outcomes third = Outcomes.of(randomTask(random, List.of("a", "b", "c")), false);
    Outcomes all = first.merge(second).merge(third);
    assertEquals(all, third.merge(first).merge(second));
    assertEquals(all, Outcomes.none().merge(third.merge(second.merge(first))));
    assertEquals(List.of("a", "b", "c", "d"), all.models());
    assertEquals(first.halfWins(0, 1) + third.halfWins(0, 2), all.halfWins(0, 2));
    assertEquals(0, all.comparisons(0, 3));
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
    assertEquals(List.of("a", "b"), Outcomes.of(state, false).models());
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
