package io.evalbeam.transforms.impute;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.reference.BenchmarkCatalog;
import io.evalbeam.schemas.reference.BenchmarkKind;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ImputationValidation;
import io.evalbeam.schemas.tracking.ImputationVerdict;
import io.evalbeam.schemas.tracking.ObservedScore;
import io.evalbeam.schemas.tracking.ReferencePoint;
import io.evalbeam.transforms.impute.SyntheticModels.Model;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImputationModelTest {
  private static final BenchmarkCatalog CATALOG = BenchmarkCatalog.bundled();

  @Test
  void recoversSlopeAndSpread() {
    ImputationModel model = fit(new SyntheticModels(1, 0, 0.4).references(4000, 0.2));
    BenchmarkRegression arena = regression(model, "arena_a");
    // Compute given a score: slope 1 / (1 + 0.4²) per decade seen, which is 100 points.
    double slope = 1 / 1.16;
    assertEquals(slope, slope(model, "arena_a"), 0.02);
    assertEquals(Math.sqrt(1 - slope), arena.residualSd(), 0.02);
    assertEquals(slope * 100 / 80, slope(model, "arena_b"), 0.03);
    assertEquals(4000 - 2, arena.degreesOfFreedom());
  }

  @ParameterizedTest
  @CsvSource({"40, 0.5, 0.3", "60, 0.1, 0.5", "200, 0.5, 0.2", "1000, 0.3, 0.3"})
  void intervalsHoldNineOfTenUnseenModels(int references, double shared, double own) {
    int inside = 0;
    int total = 0;
    for (int seed = 0; seed < 8; seed++) {
      SyntheticModels models = new SyntheticModels(seed, shared, own);
      ImputationModel model = fit(models.references(references, 0.15));
      for (Model unseen : models.models(500)) {
        FlopEstimate estimate = model.impute(unseen.evidence()).orElseThrow();
        total++;
        if (estimate.log10FlopLow() <= unseen.log10Flop()
            && unseen.log10Flop() <= estimate.log10FlopHigh()) {
          inside++;
        }
      }
    }
    double coverage = (double) inside / total;
    assertTrue(coverage >= 0.85 && coverage <= 0.95, "coverage " + coverage);
  }

  @Test
  void combinationBeatsEachBenchmarkAndSharedErrorsRemain() {
    ImputationModel independent = fit(new SyntheticModels(5, 0, 0.5).references(500, 0.1));
    ImputationValidation combined = independent.report().combined().orElseThrow();
    for (ImputationValidation row : independent.report().validations()) {
      assertTrue(known(combined.looRmse()) <= known(row.looRmse()), row.toString());
    }
    assertTrue(known(combined.looMedianFold()) < known(combined.constantMedianFold()));
    SyntheticModels sharing = new SyntheticModels(5, 0.5, 0.05);
    ImputationModel shared = fit(sharing.references(500, 0.1));
    double single = regression(shared, "arena_a").residualSd();
    FlopEstimate estimate = shared.impute(sharing.models(1).get(0).evidence()).orElseThrow();
    double width = estimate.log10FlopHigh() - estimate.log10FlopMedian();
    assertTrue(width > 0.95 * 1.645 * single, "three views of one error must not shrink it");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1000, 37.25, 250, 1e6})
  void addingAConstantToAllRatingsChangesNothing(double shift) {
    SyntheticModels models = new SyntheticModels(2, 0.3, 0.3);
    List<ReferencePoint> references = models.references(60, 0.1);
    ImputationModel before = fit(references);
    ImputationModel after =
        fit(
            references.stream()
                .map(
                    r ->
                        new ReferencePoint(
                            r.entityId(),
                            r.log10Flop(),
                            r.sigma(),
                            null,
                            shifted(r.scores(), shift)))
                .toList());
    for (Model unseen : models.models(50)) {
      FlopEstimate one = before.impute(unseen.evidence()).orElseThrow();
      FlopEstimate two =
          after
              .impute(
                  SyntheticModels.evidenceOf(
                      unseen.entityId(), shifted(unseen.scores(), shift), null))
              .orElseThrow();
      assertEquals(one.log10FlopMedian(), two.log10FlopMedian(), 1e-8);
      assertEquals(one.log10FlopLow(), two.log10FlopLow(), 1e-8);
      assertEquals(one.flags(), two.flags());
    }
  }

  @Test
  void orderOfReferencesAndScoresLeavesNoTrace() {
    List<ReferencePoint> references = new SyntheticModels(3, 0.3, 0.3).references(100, 0.1);
    ImputationModel expected = fit(references);
    Random random = new Random(9);
    for (int round = 0; round < 5; round++) {
      List<ReferencePoint> shuffled = new ArrayList<>();
      for (ReferencePoint r : references) {
        List<ObservedScore> scores = new ArrayList<>(r.scores());
        Collections.shuffle(scores, random);
        shuffled.add(
            new ReferencePoint(r.entityId(), r.log10Flop(), r.sigma(), r.releaseYear(), scores));
      }
      Collections.shuffle(shuffled, random);
      ImputationModel model = fit(shuffled);
      assertEquals(expected, model);
      assertEquals(expected.report().toText(), model.report().toText());
    }
  }

  @Test
  void constantStandsInWhereScoresAreNoise() {
    int wins = 0;
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<ReferencePoint> references = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        references.add(
            reference("m" + i, 24 + random.nextGaussian(), "noise", random.nextInt(100), null));
      }
      ImputationModel model = fit(references);
      if (!model.regressions().isEmpty()) {
        wins++;
        continue;
      }
      FlopEstimate estimate = impute(model, "noise", 99).orElseThrow();
      assertEquals(List.of(EstimateFlag.NOT_BETTER_THAN_CONSTANT), estimate.flags());
      assertTrue(estimate.reasoning().contains("does not beat the best constant"));
      assertEquals(24, estimate.log10FlopMedian(), 1);
      assertEquals(1.7, estimate.log10FlopHigh() - estimate.log10FlopMedian(), 0.8);
      assertEquals(estimate.flop(), impute(model, "noise", 1).orElseThrow().flop());
    }
    assertTrue(wins <= 4, wins + " of 40 regressions on noise were believed");
  }

  @Test
  void combinationMustBeatTheConstantToo() {
    for (int seed = 0; seed < 200; seed++) {
      ImputationModel model = fit(new SyntheticModels(seed, 1.6, 1.6).references(10, 0.1));
      boolean combinedWins =
          model
              .report()
              .combined()
              .filter(row -> row.verdict() == ImputationVerdict.USED)
              .isPresent();
      assertEquals(combinedWins, !model.regressions().isEmpty());
      assertEquals(model.regressions().size(), model.correlations().size());
      FlopEstimate estimate = impute(model, "arena_a", 1200).orElseThrow();
      boolean single = model.regressions().stream().anyMatch(r -> r.benchmark().equals("arena_a"));
      assertEquals(!single, estimate.flags().contains(EstimateFlag.NOT_BETTER_THAN_CONSTANT));
    }
  }

  @Test
  void fallingLinesAreNotUsed() {
    List<ReferencePoint> references = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      references.add(reference("m" + i, 24 - 0.1 * i, "odd", i, "points"));
    }
    ImputationModel model = fit(references);
    assertEquals(ImputationVerdict.SLOPE_NOT_POSITIVE, validation(model, "odd").verdict());
    assertTrue(
        impute(model, "odd", 3)
            .orElseThrow()
            .reasoning()
            .contains("better scores do not go with more compute"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, false, false",
    "2, false, false",
    "3, true, false",
    "7, true, false",
    "8, true, true"
  })
  void fewReferences(int count, boolean imputes, boolean regression) {
    List<ReferencePoint> references = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      references.add(
          reference(
              "m" + i,
              23 + 0.3 * i + (i % 2 == 0 ? 0.05 : -0.05),
              "arena_a",
              1000 + 40 * i,
              "elo"));
    }
    ImputationModel model = fit(references);
    Optional<FlopEstimate> estimate = impute(model, "arena_a", 1100);
    assertEquals(imputes, estimate.isPresent());
    assertEquals(regression, !model.regressions().isEmpty());
    estimate.ifPresent(
        e -> assertEquals(!regression, e.flags().contains(EstimateFlag.NOT_BETTER_THAN_CONSTANT)));
    assertTrue(impute(model, "unheard_of", 3).isEmpty());
  }

  @Test
  void alikeScoresTeachNothing() {
    List<ReferencePoint> references = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      references.add(reference("m" + i, 23 + 0.1 * i, "flat", 5, null));
    }
    assertEquals(ImputationVerdict.NO_SPREAD, validation(fit(references), "flat").verdict());
  }

  @Test
  void scoresOutOfRangeAreFlaggedAndSaturate() {
    ImputationModel model = fit(new SyntheticModels(4, 0.2, 0.2).references(80, 0.1));
    BenchmarkScale scale = regression(model, "arena_a").scale();
    FlopEstimate inside = impute(model, "arena_a", scale.highest()).orElseThrow();
    FlopEstimate outside = impute(model, "arena_a", scale.highest() + 1).orElseThrow();
    FlopEstimate far = impute(model, "arena_a", 1e9).orElseThrow();
    assertEquals(List.of(), inside.flags());
    assertEquals(List.of(EstimateFlag.SCORE_OUT_OF_FITTED_RANGE), outside.flags());
    assertTrue(outside.reasoning().contains("outside the range"));
    assertEquals(far.flop(), impute(model, "arena_a", 1e8).orElseThrow().flop());
    assertTrue(width(far) > width(inside));
  }

  @Test
  void outliersDoNotBendTheLine() {
    List<ReferencePoint> references =
        new ArrayList<>(new SyntheticModels(6, 0, 0.2).references(200, 0.1));
    double clean = slope(fit(references), "arena_a");
    for (int i = 0; i < 6; i++) {
      references.add(reference("wrong" + i, 18, "arena_a", 1450, "elo"));
    }
    double spoiled = slope(fit(references), "arena_a");
    assertEquals(clean, spoiled, 0.12 * clean);
  }

  @Test
  void vagueReferencesDoNotHideTheSpread() {
    List<ReferencePoint> references =
        new ArrayList<>(new SyntheticModels(6, 0, 0.4).references(400, 0.1));
    double clear = regression(fit(references), "arena_a").residualSd();
    references.addAll(
        new SyntheticModels(7, 0, 0.4)
            .models(100).stream()
                .map(
                    m ->
                        new ReferencePoint(
                            "vague" + m.entityId(), m.log10Flop(), 2, null, m.scores()))
                .toList());
    assertEquals(clear, regression(fit(references), "arena_a").residualSd(), 0.15 * clear);
    List<ReferencePoint> allVague =
        new SyntheticModels(8, 0, 0.4)
            .models(200).stream().map(m -> m.reference(m.log10Flop(), 2)).toList();
    assertTrue(regression(fit(allVague), "arena_a").residualSd() > 0.6 * clear);
  }

  @Test
  void severalRowsCountByTheirMedian() {
    ImputationModel model = fit(new SyntheticModels(7, 0.2, 0.2).references(80, 0.1));
    List<ObservedScore> rows =
        List.of(
            new ObservedScore("arena_a", 1900, "elo", "board", 12, "Model (high)"),
            new ObservedScore("arena_a", 1210, "elo", "board", 2, "Model"),
            new ObservedScore("arena_a", 1190, "elo", "archive", 30, "Model"));
    FlopEstimate several = model.impute(SyntheticModels.evidenceOf("x", rows, null)).orElseThrow();
    FlopEstimate one = impute(model, "arena_a", 1210).orElseThrow();
    assertEquals(one.flop(), several.flop());
    assertEquals("archive row 30; board row 2; board row 12", several.inputs().get(0).source());
    assertEquals("median of 3 rows", several.inputs().get(0).text());
    assertEquals(1210.0, several.inputs().get(0).value());
  }

  @Test
  void scoresInAnotherUnitStayOut() {
    ImputationModel model = fit(new SyntheticModels(7, 0.2, 0.2).references(80, 0.1));
    ObservedScore other = SyntheticModels.score("arena_a", 55, "percent");
    assertTrue(model.impute(SyntheticModels.evidenceOf("x", List.of(other), null)).isEmpty());
    ObservedScore unstated = SyntheticModels.score("arena_a", 1200, null);
    assertTrue(model.impute(SyntheticModels.evidenceOf("x", List.of(unstated), null)).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "my_elo, 20, 0.3, ELO",
    "test, 0.05, 0.04, FRACTION",
    "test, 5, 4, PERCENT",
    "test, 900, 25, ELO",
    "test, -3, 1, INDEX",
    "test, 0, 1e6, INDEX"
  })
  void unitsAreInferred(String benchmark, double start, double step, BenchmarkKind kind) {
    List<ReferencePoint> references = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      references.add(reference("m" + i, 23 + 0.1 * i, benchmark, start + step * i, null));
    }
    assertEquals(kind, fit(references).kinds().get(benchmark));
  }

  @Test
  void releaseDateHelpsWhereItMatters() {
    Random random = new Random(8);
    List<ReferencePoint> references = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      double year = 2020 + 5 * random.nextDouble();
      double log10Flop = 23 + random.nextGaussian();
      // Newer models get more out of their compute.
      double rating =
          1200 + 100 * (log10Flop - 23 + 0.4 * (year - 2022)) + 10 * random.nextGaussian();
      references.add(
          new ReferencePoint(
              "m" + i,
              log10Flop,
              0.1,
              i % 10 == 0 ? null : year,
              List.of(SyntheticModels.score("arena_a", rating, "elo"))));
    }
    ImputationModel model = fit(references);
    assertEquals(2, model.regressions().size());
    List<ObservedScore> scores = List.of(SyntheticModels.score("arena_a", 1200, "elo"));
    FlopEstimate old =
        model.impute(SyntheticModels.evidenceOf("x", scores, "2020-07")).orElseThrow();
    FlopEstimate recent =
        model.impute(SyntheticModels.evidenceOf("x", scores, "2024-07")).orElseThrow();
    FlopEstimate undated =
        model.impute(SyntheticModels.evidenceOf("x", scores, null)).orElseThrow();
    assertEquals(1.6, old.log10FlopMedian() - recent.log10FlopMedian(), 0.15);
    assertTrue(width(recent) < width(undated));
    assertTrue(recent.inputs().stream().anyMatch(i -> i.quantity().equals("release_year")));
    assertFalse(undated.inputs().stream().anyMatch(i -> i.quantity().equals("release_year")));
  }

  @Test
  void estimateSaysWhereItComesFrom() {
    SyntheticModels models = new SyntheticModels(1, 0.3, 0.3);
    ImputationModel model = fit(models.references(50, 0.1));
    Model unseen = models.models(1).get(0);
    FlopEstimate estimate = model.impute(unseen.evidence()).orElseThrow();
    assertEquals(unseen.entityId(), estimate.entityId());
    assertEquals(EstimationMethod.BENCHMARK_IMPUTATION, estimate.method());
    assertEquals(Confidence.LOW, estimate.confidence());
    assertEquals(
        List.of("arena_a", "arena_b", "exam"),
        estimate.inputs().stream().map(i -> i.quantity()).toList());
    assertTrue(estimate.reasoning().contains("leave-one-out median fold error"));
    assertTrue(model.report().toText().contains("combined"));
  }

  @Test
  void survivesSerialization() throws IOException, ClassNotFoundException {
    ImputationModel model = fit(new SyntheticModels(1, 0.3, 0.3).references(50, 0.1));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(model);
    }
    assertTrue(bytes.size() < 10_000, bytes.size() + " bytes");
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(model, in.readObject());
    }
  }

  @Test
  void refusesTwoReferencesOfOneEntity() {
    ReferencePoint twice = reference("m", 24, "arena_a", 1200, "elo");
    assertThrows(IllegalArgumentException.class, () -> fit(List.of(twice, twice)));
  }

  private static ImputationModel fit(List<ReferencePoint> references) {
    return ImputationModel.fit(references, CATALOG);
  }

  private static ReferencePoint reference(
      String id, double log10Flop, String benchmark, double score, @Nullable String unit) {
    return new ReferencePoint(
        id, log10Flop, 0.1, null, List.of(SyntheticModels.score(benchmark, score, unit)));
  }

  private static Optional<FlopEstimate> impute(ImputationModel model, String key, double score) {
    List<ObservedScore> scores = List.of(SyntheticModels.score(key, score, null));
    return model.impute(SyntheticModels.evidenceOf("x", scores, null));
  }

  private static BenchmarkRegression regression(ImputationModel model, String benchmark) {
    return model.regressions().stream()
        .filter(r -> r.benchmark().equals(benchmark))
        .findFirst()
        .orElseThrow();
  }

  private static ImputationValidation validation(ImputationModel model, String benchmark) {
    return model.report().validations().stream()
        .filter(row -> row.benchmark().equals(benchmark) && !row.withReleaseDate())
        .findFirst()
        .orElseThrow();
  }

  private static double slope(ImputationModel model, String benchmark) {
    return known(validation(model, benchmark).slope());
  }

  private static double known(@Nullable Double value) {
    return requireNonNull(value, "value is null");
  }

  private static double width(FlopEstimate estimate) {
    return estimate.log10FlopHigh() - estimate.log10FlopLow();
  }

  private static List<ObservedScore> shifted(List<ObservedScore> scores, double shift) {
    return scores.stream()
        .map(
            s ->
                "elo".equals(s.unit())
                    ? SyntheticModels.score(s.benchmark(), s.value() + shift, s.unit())
                    : s)
        .toList();
  }
}
