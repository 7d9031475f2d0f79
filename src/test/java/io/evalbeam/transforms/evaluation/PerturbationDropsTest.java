package io.evalbeam.transforms.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.math.ExactMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PerturbationDropsTest {
  private static final double NONE = Double.NaN;
  private static final UnitVector ORIGINALS = Vectors.singles(1.0, 0.5, 0.0, NONE, 1.0);
  private static final UnitVector TYPOS = Vectors.singles(0.5, 1.0, NONE, 0.0, 1.0);
  private static final UnitVector CASE = Vectors.singles(0.0, 0.5, 0.5, 1.0);

  @Test
  void theWorstIncludesTheOriginalAndHonoursTheDirection() {
    List<PerturbationDrop> higher = PerturbationDrops.of(model(), false);
    assertEquals(
        List.of("SINGLE case", "SINGLE typos", "ROBUSTNESS null", "FAIRNESS null"),
        higher.stream().map(drop -> drop.kind() + " " + drop.perturbation()).toList());
    // Instances 0, 1 and 4 have both; the copy is worse in 0 only.
    assertEquals(moments(0.5, 0.5, 1.0), higher.get(1).worst());
    assertEquals(moments(0.5, 0.0, 0.0), higher.get(1).worstDrop());
    assertEquals(moments(0.5, -0.5, 0.0), higher.get(1).perturbedDrop());
    assertEquals(moments(1.0, 0.5, 1.0), higher.get(1).original());
    assertEquals(moments(0.5, 1.0, 1.0), higher.get(1).perturbed());
    // Both perturbations test robustness; instance 2 has one copy, instance 3 no original.
    assertEquals(moments(0.0, 0.5, 0.0, 1.0), higher.get(2).worst());
    assertEquals(moments(1.0, 0.0, 0.0, 0.0), higher.get(2).worstDrop());
    assertEquals(moments(0.0, 0.5, 0.5, 1.0), higher.get(2).perturbed());
    assertEquals(4, higher.get(2).n());
    assertEquals(higher.get(1).worst(), higher.get(3).worst());
    List<PerturbationDrop> lower = PerturbationDrops.of(model(), true);
    assertEquals(moments(1.0, 1.0, 1.0), lower.get(1).worst());
    assertEquals(moments(0.0, -0.5, 0.0), lower.get(1).worstDrop());
  }

  @Test
  void withoutDirectionNothingIsWorst() {
    List<PerturbationDrop> drops = PerturbationDrops.of(model(), null);
    assertEquals(2, drops.size());
    assertNull(drops.get(0).worst());
    assertNull(drops.get(0).worstDrop());
    assertEquals(moments(0.5, -0.5, 0.0), drops.get(1).perturbedDrop());
  }

  @Test
  void equalsTheNaiveWorstCase() {
    Random random = new Random(31);
    for (int round = 0; round < 50; round++) {
      List<ConditionUnits> conditions = new ArrayList<>();
      conditions.add(
          new ConditionUnits(
              null, false, false, Vectors.random(random, Vectors.someKeys(random, 50), false)));
      for (int i = 0; i < 4; i++) {
        conditions.add(
            new ConditionUnits(
                "p" + i,
                i % 2 == 0,
                i % 3 == 0,
                Vectors.random(random, Vectors.someKeys(random, 50), false)));
      }
      ModelUnits model = model(conditions);
      for (PerturbationDrop drop : PerturbationDrops.of(model, round % 2 == 0)) {
        List<ConditionUnits> copies =
            conditions.stream().filter(c -> c.perturbation() != null && belongs(c, drop)).toList();
        assertNaive(drop, conditions.get(0).units(), copies, round % 2 == 0);
      }
    }
  }

  @Test
  void withoutBothScoresThereIsNoDrop() {
    ConditionUnits originals = new ConditionUnits(null, false, false, Vectors.singles(NONE, 1));
    ConditionUnits copies = new ConditionUnits("typos", true, false, Vectors.singles(1, NONE));
    assertTrue(PerturbationDrops.of(model(List.of(originals, copies)), false).isEmpty());
    assertTrue(PerturbationDrops.of(model(List.of(copies)), false).isEmpty());
  }

  private static boolean belongs(ConditionUnits condition, PerturbationDrop drop) {
    return switch (drop.kind()) {
      case SINGLE ->
          condition.perturbation() != null && condition.perturbation().equals(drop.perturbation());
      case ROBUSTNESS -> condition.robustness();
      case FAIRNESS -> condition.fairness();
    };
  }

  private static void assertNaive(
      PerturbationDrop drop, UnitVector originals, List<ConditionUnits> copies, boolean lower) {
    ExactMoments worstScores = new ExactMoments();
    ExactMoments drops = new ExactMoments();
    for (int i = 0; i < originals.size(); i++) {
      List<Double> scores = new ArrayList<>();
      for (ConditionUnits copy : copies) {
        int j = copy.units().instances().indexOf(originals.instances().key(i));
        if (j >= 0 && !Double.isNaN(copy.units().score(j))) {
          scores.add(copy.units().score(j));
        }
      }
      if (!scores.isEmpty() && !Double.isNaN(originals.score(i))) {
        scores.add(originals.score(i));
        double worst =
            scores.stream().mapToDouble(s -> lower ? -s : s).min().orElseThrow() * (lower ? -1 : 1);
        worstScores.add(worst);
        drops.add(originals.score(i) - worst);
      }
    }
    assertEquals(worstScores, drop.worst());
    assertEquals(drops, drop.worstDrop());
  }

  private static ModelUnits model() {
    return model(
        List.of(
            new ConditionUnits("typos", true, true, TYPOS),
            new ConditionUnits("case", true, false, CASE),
            new ConditionUnits(null, false, false, ORIGINALS)));
  }

  private static ModelUnits model(List<ConditionUnits> conditions) {
    Contribution contribution = new Contribution(new RunKey("m", "run", "1"), conditions);
    return TaskState.empty().update(List.of(contribution)).models().get(0);
  }

  private static ExactMoments moments(double... values) {
    ExactMoments moments = new ExactMoments();
    for (double value : values) {
      moments.add(value);
    }
    return moments;
  }
}
