package io.evalbeam.transforms.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.PerturbationEffect;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerturbationTableTest {
  private static final Perturbation CAPITALS = new Perturbation("capitals", true, false);

  @Test
  void lossesAreComputedByInstance() {
    PerturbationEffect typos =
        Aggregated.of(
                AskedRun.of("gull", "tides")
                    .scores(1, 0.5, 1, 0.25)
                    .perturbed(AskedRun.TYPOS)
                    .scores(0, 0.5, 0.5))
            .effect("perturbation", "tides");
    assertEquals(3, typos.n(), "an instance without a copy says nothing");
    assertEquals(2.5 / 3, typos.originalMean(), 1e-15);
    assertEquals(1 / 3.0, typos.perturbedMean(), 1e-15);
    assertEquals(0.5, typos.drop(), 1e-15);
    // Losses 1, 0 and 1/2.
    assertEquals(0.5 / Math.sqrt(3), typos.dropSe(), 1e-15);
  }

  @Test
  void theWorstOfAKindIncludesTheOriginal() {
    Aggregated all = Aggregated.of(twoKinds(false));
    PerturbationEffect robustness = all.effect("robustness", "tides");
    // Worst of original, typos and capitals: 0, 0.5, 0.25.
    assertEquals(0.25, robustness.perturbedMean(), 1e-15);
    assertEquals((1 + 0 + 0.5) / 3, robustness.drop(), 1e-15);
    assertNull(robustness.perturbation());
    assertEquals(0, all.effect("fairness", "tides").drop(), 1e-15, "the original was the worst");
  }

  @Test
  void aLossIsPositiveWhereLowerIsBetter() {
    Aggregated all = Aggregated.of(twoKinds(true));
    PerturbationEffect robustness = all.effect("robustness", "tides");
    // Worst is the highest: 1, 1, 1.
    assertEquals(1, robustness.perturbedMean(), 1e-15);
    assertEquals((0 + 0.5 + 0.25) / 3, robustness.drop(), 1e-15);
    PerturbationEffect capitals =
        all.results().effects().stream()
            .filter(e -> "capitals".equals(e.perturbation()) && e.task() != null)
            .findFirst()
            .orElseThrow();
    assertEquals((-0.5 + 0.5 + 0.25) / 3, capitals.drop(), 1e-15);
  }

  @Test
  void anUnknownDirectionHasNoWorst() {
    List<PerturbationEffect> effects =
        Aggregated.of(twoKinds(false).lowerIsBetter(null)).results().effects();
    assertEquals(
        List.of(), effects.stream().filter(e -> !e.kind().equals("perturbation")).toList());
    assertEquals(6, effects.size(), "three copies, by task and over all");
  }

  @Test
  void lossesOverAllTasks() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("gull", "tides").scores(1, 1).perturbed(AskedRun.TYPOS).scores(0, 1),
            AskedRun.of("gull", "winds").scores(1, 0).perturbed(AskedRun.TYPOS).scores(1, 0));
    assertEquals(4, all.effect("perturbation", null).n());
    assertEquals(0.25, all.effect("perturbation", null).drop());
  }

  private static AskedRun twoKinds(boolean lower) {
    return AskedRun.of("gull", "tides")
        .lowerIsBetter(lower)
        .scores(1, 0.5, 0.75)
        .perturbed(AskedRun.TYPOS)
        .scores(0, 0.5, 0.25)
        .perturbed(CAPITALS)
        .scores(0.5, 1, 1)
        .perturbed(AskedRun.DIALECT)
        .scores(1, 0.5, 0.75);
  }
}
