package io.evalbeam.transforms.aggregate;

import static io.evalbeam.transforms.aggregate.Aggregated.known;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.schemas.evaluation.PairComparison;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LeaderboardTest {
  @Test
  void macroCountsTasksAndPooledCountsInstances() {
    ModelStatistics gull =
        Aggregated.of(
                AskedRun.of("gull", "tides").scores(1, 1, 1, 0),
                AskedRun.of("gull", "winds").scores(0, 1))
            .model("gull");
    assertEquals(2, gull.tasks());
    assertEquals((0.75 + 0.5) / 2, gull.macro());
    assertEquals(4 / 6.0, gull.pooled(), 1e-15);
    // Variances 1/4 of 4 instances and 1/2 of 2.
    assertEquals(Math.sqrt(0.25 / 4 + 0.5 / 2) / 2, gull.seMacro(), 1e-15);
    assertEquals(Math.sqrt(4 / 15.0 / 6), gull.sePooledIid(), 1e-15);
    // Deviations from 2/3 add up to 1/3 in one task and -1/3 in the other.
    assertEquals(Math.sqrt(2 / 9.0) / 6, gull.sePooledClustered(), 1e-15);
    double half = 1.959963984540054 * known(gull.seMacro());
    assertEquals(known(gull.macro()) - half, gull.macroLower(), 1e-12);
  }

  @Test
  void nearTiesShareTheirRanks() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("auk", "tides").rightAndWrong(36, 4),
            AskedRun.of("gull", "tides").rightAndWrong(35, 5),
            AskedRun.of("tern", "tides").rightAndWrong(10, 30));
    assertRanks(1, 1, 2, all.model("auk"));
    assertRanks(2, 1, 2, all.model("gull"));
    assertRanks(3, 3, 3, all.model("tern"));
  }

  @Test
  void equalModelsShareTheLowerRank() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("auk", "tides").scores(1, 0),
            AskedRun.of("gull", "tides").scores(0, 1),
            AskedRun.of("tern", "tides").scores(0, 0));
    assertRanks(1, 1, 3, all.model("auk"));
    assertRanks(1, 1, 3, all.model("gull"));
    assertRanks(3, 1, 3, all.model("tern"));
    assertEquals(0.75, all.model("gull").meanWinRate());
    assertEquals(0, all.model("tern").meanWinRate());
  }

  @Test
  void modelsWithoutScoreTakeNoRank() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("auk", "tides").scores(1, 0),
            AskedRun.of("gull", "tides").scores(0, 1),
            AskedRun.of("tern", "tides").scores(Double.NaN, Double.NaN).split("valid").scores(1));
    assertRanks(1, 1, 2, all.model("auk"));
    assertNull(all.model("tern").rank());
    assertNull(all.model("tern").macro());
    assertEquals(2, all.model("tern").nMissing());
    assertEquals(1, all.model("tern").tasksMissing());
  }

  @Test
  void lowerIsBetter() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("auk", "tides").lowerIsBetter(true).scores(high(30)),
            AskedRun.of("gull", "tides").lowerIsBetter(true).scores(new double[30]));
    assertRanks(1, 1, 1, all.model("gull"));
    assertRanks(2, 2, 2, all.model("auk"));
    assertEquals(1, all.model("gull").meanWinRate());
    assertEquals("never_lost", all.model("gull").bradleyTerryFlag());
    PairComparison pair = all.pair("auk", "gull", null);
    assertEquals(2, pair.meanDifference());
    assertEquals(0, pair.aOnly());
    assertEquals(30, pair.bOnly());
  }

  private static double[] high(int instances) {
    double[] scores = new double[instances];
    Arrays.fill(scores, 2);
    return scores;
  }

  @Test
  void anUnknownDirectionIsNotRanked() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("auk", "tides").lowerIsBetter(null).scores(high(30)),
            AskedRun.of("gull", "tides").lowerIsBetter(null).scores(new double[30]));
    ModelStatistics auk = all.model("auk");
    assertNull(auk.rank());
    assertNull(auk.rankLower());
    assertNull(auk.rankUpper());
    assertNull(auk.meanWinRate());
    assertNull(auk.bradleyTerry());
    assertEquals("not_compared", auk.bradleyTerryFlag());
    assertEquals(2, auk.macro());
    assertEquals(2, all.pair("auk", "gull", null).meanDifference());
  }

  @Test
  void oppositeDirectionsAreNotAddedUp() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("auk", "tides").lowerIsBetter(true).scores(new double[10]),
            AskedRun.of("gull", "tides").lowerIsBetter(true).scores(high(10)),
            AskedRun.of("auk", "winds").scores(high(10)),
            AskedRun.of("gull", "winds").scores(new double[10]));
    PairComparison overall = all.pair("auk", "gull", null);
    assertNull(overall.meanDifference());
    assertNull(overall.sePaired());
    assertEquals(20, overall.aOnly(), "better on every instance of both tasks");
    assertEquals(0, overall.bOnly());
    assertEquals(1, all.model("auk").meanWinRate());
    assertNull(all.model("auk").rank(), "a mean over both tasks has no direction");
  }

  @Test
  void missingTasksAreCounted() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("auk", "tides").scores(1, 0),
            AskedRun.of("auk", "winds").scores(1, 0),
            AskedRun.of("gull", "tides").scores(1, 0));
    assertEquals(0, all.model("auk").tasksMissing());
    assertEquals(1, all.model("gull").tasks());
    assertEquals(1, all.model("gull").tasksMissing());
  }

  @Test
  void strengthsThatAreNotFinite() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("auk", "tides").scores(1, 1, 1, 1),
            AskedRun.of("gull", "tides").scores(1, 0, 0, 0),
            AskedRun.of("skua", "tides").scores(0, 1, 0, 0),
            AskedRun.of("tern", "winds").scores(1, 0));
    assertEquals(
        "never_lost",
        Aggregated.of(
                AskedRun.of("auk", "tides").scores(1, 1), AskedRun.of("gull", "tides").scores(0, 0))
            .model("auk")
            .bradleyTerryFlag());
    assertNull(all.model("auk").bradleyTerryFlag(), "a tie is half a defeat");
    assertEquals("not_compared", all.model("tern").bradleyTerryFlag());
    assertNull(all.model("tern").bradleyTerry());
    assertEquals(all.model("gull").bradleyTerry(), all.model("skua").bradleyTerry(), 1e-9);
    assertTrue(known(all.model("auk").bradleyTerry()) > known(all.model("gull").bradleyTerry()));
  }

  @Test
  void exactTestsOfPairs() {
    PairComparison pair =
        Aggregated.of(
                AskedRun.of("auk", "tides").scores(1, 1, 1, 1, 1, 0, 1, 0),
                AskedRun.of("gull", "tides").scores(0, 0, 0, 0, 0, 1, 1, 0))
            .pair("auk", "gull", "tides");
    assertEquals("mcnemar", pair.test());
    assertEquals(5, pair.aOnly());
    assertEquals(1, pair.bOnly());
    assertEquals(2, pair.ties());
    assertEquals(2 * (1 + 6) / 64.0, pair.p(), 1e-15);
    assertEquals(pair.p(), pair.pHolm(), "one pair needs no adjustment");
    assertEquals(0.5, pair.meanDifference());
  }

  @Test
  void questionsThatDifferAreNotPaired() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("auk", "tides").scores(1, 1, 0),
            AskedRun.of("gull", "tides")
                .question("Where is ")
                .scores(0)
                .question("Which way is ")
                .scoresFrom(1, 0, 0));
    PairComparison pair = all.pair("auk", "gull", "tides");
    assertEquals(2, pair.nShared());
    assertEquals(1, pair.nQuestionsDiffer());
    assertEquals(1, pair.aOnly());
    assertEquals(1, all.issues().size());
  }

  private static void assertRanks(int rank, int best, int worst, ModelStatistics model) {
    assertEquals(rank, model.rank());
    assertEquals(best, model.rankLower());
    assertEquals(worst, model.rankUpper());
    assertNotNull(model.meanWinRate());
  }
}
