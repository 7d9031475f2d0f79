package io.evalbeam.transforms.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.transforms.estimate.EstimateAccuracy.Case;
import io.evalbeam.transforms.estimate.EstimateAccuracy.Summary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EstimateAccuracyTest {
  @Test
  void summarizesGroups() {
    List<Case> cases = new ArrayList<>();
    cases.add(known(1e24, 2e24, "a"));
    cases.add(known(1e24, 1e24, "a"));
    cases.add(known(1e24, 1e22, "b"));
    cases.add(known(8e24, 1e24, "a"));
    List<Summary> summaries = EstimateAccuracy.summarize(cases);
    assertEquals(List.of("a", "all", "b"), summaries.stream().map(Summary::group).toList());
    Summary first = summaries.get(0);
    assertEquals(3, first.cases());
    assertEquals(2, first.medianFold(), 1e-9);
    assertEquals(Math.cbrt(16), first.geometricMeanFold(), 1e-9);
    assertEquals(2.0 / 3, first.within2(), 1e-9);
    assertEquals(1, first.within10(), 1e-9);
    assertEquals(2.0 / 3, first.coverage(), 1e-9);
    Summary all = summaries.get(1);
    assertEquals(4, all.medianFold(), 1e-9);
    assertEquals(0.5, all.within3(), 1e-9);
    Collections.reverse(cases);
    assertEquals(summaries, EstimateAccuracy.summarize(cases));
  }

  @Test
  void noCasesGiveNoGroups() {
    assertEquals(List.of(), EstimateAccuracy.summarize(List.of()));
  }

  @Test
  void actualComputeMustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> known(0, 1e24, "a"));
  }

  private static Case known(double actual, double estimated, String group) {
    double median = Math.log10(estimated);
    FlopEstimate estimate =
        new FlopEstimate(
            "m-1",
            "inventum",
            "Somebody",
            0,
            EstimationMethod.HARDWARE,
            true,
            estimated,
            median - 0.5,
            median,
            median + 0.5,
            Confidence.MEDIUM,
            "Invented.",
            List.of(),
            List.of());
    return new Case(actual, estimate, new TreeSet<>(List.of(group)));
  }
}
