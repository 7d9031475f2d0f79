package io.evalbeam.transforms.estimate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.tracking.EstimateInput;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.testing.SharedData;
import io.evalbeam.transforms.estimate.EpochModels.Row;
import io.evalbeam.transforms.estimate.EstimateAccuracy.Case;
import io.evalbeam.transforms.estimate.EstimateAccuracy.Summary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The default policy against Epoch AI's curated training compute, which it does not see. */
class EpochAccuracyTest {
  private static final int FEWEST_ROWS_FOR_COVERAGE = 20;

  @Test
  void estimatesAreCloseToCuratedComputeAndIntervalsCoverIt() throws IOException {
    List<Row> rows =
        EpochModels.read(SharedData.path("data/epoch-notable/notable_ai_models_half.csv"));
    Map<Row, FlopEstimate> chosen = EpochModels.estimate(rows, ReferenceLibrary.load());
    List<Case> cases = new ArrayList<>();
    chosen.forEach(
        (row, estimate) -> {
          Double actual = row.actualFlop();
          if (actual != null) {
            TreeSet<String> groups = new TreeSet<>(row.groups());
            groups.add(estimate.confidence().key());
            cases.add(new Case(actual, estimate, groups));
          }
        });
    Map<String, Summary> byGroup =
        EstimateAccuracy.summarize(cases).stream()
            .collect(
                Collectors.toMap(Summary::group, Function.identity(), (a, b) -> a, TreeMap::new));

    assertAll(
        () -> assertMedianFold(byGroup, EpochModels.HARDWARE, 70, 1.15),
        () -> assertMedianFold(byGroup, EpochModels.LANGUAGE, 100, 1.35),
        () -> assertMedianFold(byGroup, EpochModels.EITHER, 220, 1.6));
    for (String group : List.of(EstimateAccuracy.ALL, EpochModels.EITHER)) {
      assertCoverage(summary(byGroup, group));
    }
    for (String confidence : List.of("high", "medium", "low", "speculative")) {
      Summary summary = byGroup.get(confidence);
      if (summary != null && summary.cases() > FEWEST_ROWS_FOR_COVERAGE) {
        assertCoverage(summary);
      }
    }
  }

  @Test
  void rowsCannotSeeTheirOwnComputeOrItsNotes() throws IOException {
    List<Row> rows =
        EpochModels.read(SharedData.path("data/epoch-notable/notable_ai_models_half.csv"));
    assertEquals(502, rows.size());
    assertTrue(
        rows.stream()
            .flatMap(row -> row.evidence().facts().stream())
            .noneMatch(fact -> fact.attribute().key().startsWith("training_compute")));
    for (FlopEstimate estimate : EpochModels.estimate(rows, ReferenceLibrary.load()).values()) {
      for (EstimateInput input : estimate.inputs()) {
        assertFalse(input.quantity().equals("training_compute"), input.toString());
      }
    }
  }

  private static void assertMedianFold(
      Map<String, Summary> byGroup, String group, int atLeast, double limit) {
    Summary summary = summary(byGroup, group);
    assertTrue(summary.cases() >= atLeast, summary.toString());
    assertTrue(summary.medianFold() <= limit, summary.toString());
  }

  private static Summary summary(Map<String, Summary> byGroup, String group) {
    return Objects.requireNonNull(byGroup.get(group), group);
  }

  private static void assertCoverage(Summary summary) {
    assertTrue(summary.coverage() >= 0.85 && summary.coverage() <= 0.95, summary.toString());
  }
}
