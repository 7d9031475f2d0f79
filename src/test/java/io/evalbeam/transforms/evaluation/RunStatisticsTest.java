package io.evalbeam.transforms.evaluation;

import static io.evalbeam.transforms.evaluation.Responses.response;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.InstanceScores;
import io.evalbeam.schemas.evaluation.MainMetric;
import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunStatisticsTest {
  private static final MainMetric EXACT_MATCH =
      new MainMetric("exact_match", "f1_score", "test", false, true);
  private static final Perturbation TYPOS = new Perturbation("typos", true, false);
  private static final double NONE = Double.NaN;

  @Test
  void averagesTrialsOfAnInstanceFirst() {
    List<CellStatistics> rows =
        rows(
            EXACT_MATCH,
            List.of(
                response("a", 0, 1),
                response("a", 1, 0),
                response("a", 2, 0),
                response("a", 3, 0),
                response("b", 0, 1)));
    assertEquals(1, rows.size());
    CellStatistics row = rows.get(0);
    assertEquals(2, row.n());
    assertEquals(4, row.trials());
    assertEquals(0.625, row.mean());
    assertEquals(0.5, row.accuracy());
    assertEquals(CellState.fromBytes(row.state()).sd(), row.sd());
  }

  @Test
  void aMissingScoreIsCountedAndNeverZero() {
    List<CellStatistics> rows =
        rows(
            EXACT_MATCH,
            List.of(
                response("a", 0, 1, NONE, NONE),
                response("b", 0, NONE, NONE),
                response("c", 0),
                response("d", 0, NONE),
                response("d", 1, 1)));
    assertEquals(1, rows.size(), "metrics without any value have no row");
    CellStatistics row = rows.get(0);
    assertEquals(2, row.n());
    assertEquals(2, row.nMissing());
    assertEquals(1.0, row.mean());
    assertEquals(1.0, row.accuracy());
    UnitVector units = units(row);
    assertEquals(4, units.size());
    assertEquals(1.0, units.score(units.instances().indexOf("d")));
    assertTrue(Double.isNaN(units.score(units.instances().indexOf("b"))));
  }

  @Test
  void conditionsAreCellsOfTheirOwnInTheOrderOfTheKey() {
    List<Response> responses =
        List.of(
            response("a", "valid", null, 0, 1, 0.5),
            response("b", "test", TYPOS, 0, 0),
            response("b", "test", null, 0, 1, 0.25),
            response("c", null, null, 0, 1, 0.75));
    List<CellStatistics> rows = rows(EXACT_MATCH, responses);
    assertEquals(
        List.of(
            "exact_match null null true 1 0", "exact_match test null true 1 0",
            "exact_match test typos true 1 0", "exact_match valid null true 1 0",
            "f1_score null null false 1 0", "f1_score test null false 1 0",
            "f1_score test typos false 0 1", "f1_score valid null false 1 0"),
        rows.stream()
            .map(
                row ->
                    String.join(
                        " ",
                        row.metric(),
                        String.valueOf(row.split()),
                        String.valueOf(row.perturbation()),
                        Boolean.toString(row.mainMetric()),
                        Long.toString(row.n()),
                        Long.toString(row.nMissing())))
            .toList());
    assertTrue(rows.get(2).robustness());
    assertFalse(rows.get(1).robustness());
    assertEquals(
        List.of(false, true, true, false),
        rows.subList(0, 4).stream().map(CellStatistics::publishedSplit).toList());
    assertNull(rows.get(6).mean());
    assertNull(rows.get(4).accuracy(), "not a binary metric");
    assertNull(rows.get(4).scores(), "not the main metric");
  }

  @Test
  void theFallbackIsTheMainMetricWhereTheFirstNeverOccurs() {
    MainMetric main = new MainMetric("bleu", "f1_score", null, true, false);
    List<CellStatistics> rows = rows(main, List.of(response("a", 0, 1, 0.5)));
    assertFalse(rows.get(0).mainMetric());
    assertNull(rows.get(0).lowerIsBetter());
    assertTrue(rows.get(1).mainMetric());
    assertEquals(true, rows.get(1).lowerIsBetter());
    assertTrue(rows.get(1).publishedSplit());
    assertNotNull(rows.get(1).scores());
    List<CellStatistics> unknown = rows(null, List.of(response("a", 0, 1, 0.5)));
    assertTrue(unknown.stream().noneMatch(CellStatistics::mainMetric));
    assertTrue(unknown.stream().allMatch(CellStatistics::publishedSplit));
  }

  @Test
  void theOrderOfResponsesLeavesNoTrace() {
    Random random = new Random(4);
    List<Response> responses = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      for (int trial = 0; trial < 5; trial++) {
        double f1 = random.nextInt(4) == 0 ? NONE : random.nextInt(8) / 7.0;
        Perturbation perturbation = i % 3 == 0 ? TYPOS : null;
        responses.add(response("id" + i, "test", perturbation, trial, random.nextInt(2), f1));
      }
    }
    List<CellStatistics> first = rows(EXACT_MATCH, responses);
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(responses, random);
      List<CellStatistics> again = rows(EXACT_MATCH, responses);
      for (int i = 0; i < first.size(); i++) {
        assertEquals(first.get(i).metric(), again.get(i).metric());
        assertArrayEquals(first.get(i).state(), again.get(i).state());
        if (first.get(i).mainMetric()) {
          assertArrayEquals(scores(first.get(i)).values(), scores(again.get(i)).values());
          assertArrayEquals(scores(first.get(i)).keys(), scores(again.get(i)).keys());
          assertArrayEquals(scores(first.get(i)).texts(), scores(again.get(i)).texts());
        }
      }
    }
  }

  @Test
  void aResponseThatIsThereTwiceCountsOnce() {
    RunStatistics statistics =
        new RunStatistics(Responses.run(EXACT_MATCH), metric -> false, metric -> null);
    assertTrue(statistics.add(response("a", 1, 1)));
    assertTrue(statistics.add(response("a", 0, 0)));
    assertTrue(statistics.add(response("a", 3, 1)));
    assertTrue(statistics.add(response("a", 2, 1)));
    assertFalse(statistics.add(response("a", 1, 0)));
    assertFalse(statistics.add(response("a", 3, 0)));
    assertTrue(statistics.add(response("a", "test", TYPOS, 1, 0)));
    assertEquals(0.75, statistics.finish().get(0).mean());
    Response negative = response("a", -1, 1);
    assertThrows(IllegalArgumentException.class, () -> statistics.add(negative));
  }

  @Test
  void textsAreHashedWhereTheyAreKnown() {
    Response known = response("a", 0, 1);
    Response other =
        response("a", "test", null, 0, "Which lake is near a?", TextStatus.AVAILABLE, 1);
    Response encrypted = response("a", "test", null, 0, null, TextStatus.ENCRYPTED, 1);
    Response placeholder = response("a", "test", null, 0, "***", TextStatus.REDACTED, 1);
    assertNotEquals(0, QuestionTexts.hash(known));
    assertNotEquals(QuestionTexts.hash(known), QuestionTexts.hash(other));
    assertEquals(0, QuestionTexts.hash(encrypted));
    assertEquals(0, QuestionTexts.hash(placeholder));
    UnitVector units = units(rows(EXACT_MATCH, List.of(encrypted, response("b", 0, 1))).get(0));
    assertEquals(0, units.texts().hash(0));
    assertEquals(QuestionTexts.hash(response("b", 0, 1)), units.texts().hash(1));
  }

  @Test
  void rowsOfTheMainMetricAreTheContributionOfTheRun() {
    List<CellStatistics> rows =
        rows(
            EXACT_MATCH,
            List.of(
                response("b", "test", TYPOS, 0, 0, 0.5),
                response("b", "test", null, 0, 1, 0.5),
                response("a", "test", null, 0, NONE, 0.5)));
    UnitDecoder decoder = new UnitDecoder();
    RunKey run = new RunKey("acme-one", rows.get(0).runName(), "hash");
    Contribution contribution = Contribution.of(run, rows, decoder);
    assertEquals(run, contribution.run());
    assertEquals(2, contribution.conditions().size());
    ConditionUnits originals = contribution.conditions().get(0);
    ConditionUnits typos = contribution.conditions().get(1);
    assertNull(originals.perturbation());
    assertArrayEquals(new double[] {NONE, 1}, originals.units().scores());
    assertEquals("typos", typos.perturbation());
    assertTrue(typos.robustness());
    assertArrayEquals(new double[] {0}, typos.units().scores());
  }

  private static UnitVector units(CellStatistics row) {
    InstanceScores scores = scores(row);
    return UnitVector.decode(scores.values(), scores.keys(), scores.texts(), new UnitDecoder());
  }

  private static InstanceScores scores(CellStatistics row) {
    return Objects.requireNonNull(row.scores(), "the row has no scores by instance");
  }

  private static List<CellStatistics> rows(@Nullable MainMetric main, List<Response> responses) {
    RunStatistics statistics =
        new RunStatistics(
            Responses.run(main), metric -> metric.equals("exact_match"), metric -> null);
    responses.forEach(statistics::add);
    return statistics.finish();
  }
}
