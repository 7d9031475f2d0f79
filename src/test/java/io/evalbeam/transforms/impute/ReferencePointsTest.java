package io.evalbeam.transforms.impute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedFact;
import io.evalbeam.schemas.tracking.ObservedScore;
import io.evalbeam.schemas.tracking.ReferencePoint;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferencePointsTest {
  private static final List<ObservedScore> SCORES =
      List.of(SyntheticModels.score("arena_a", 1200, "elo"));

  @Test
  void takesMedianSpreadAndDate() {
    ReferencePoint point =
        ReferencePoints.of(
                SyntheticModels.evidenceOf("e", SCORES, "2024-07-02"),
                estimate(EstimationMethod.HARDWARE, List.of()))
            .orElseThrow();
    assertEquals(24, point.log10Flop());
    assertEquals(0.5, point.sigma(), 1e-7);
    assertEquals(2024.5, point.releaseYear(), 0.002);
    assertEquals(SCORES, point.scores());
  }

  @ParameterizedTest
  @EnumSource(EstimationMethod.class)
  void learnsFromDirectEstimatesOnly(EstimationMethod method) {
    boolean derived =
        Set.of(
                EstimationMethod.BENCHMARK_IMPUTATION,
                EstimationMethod.NAME_SIZE,
                EstimationMethod.NONE)
            .contains(method);
    assertEquals(
        derived,
        ReferencePoints.of(
                SyntheticModels.evidenceOf("e", SCORES, null), estimate(method, List.of()))
            .isEmpty());
  }

  @Test
  void leavesOutImplausibleAndUnscoredModels() {
    assertTrue(
        ReferencePoints.of(
                SyntheticModels.evidenceOf("e", SCORES, null),
                estimate(EstimationMethod.HARDWARE, List.of(EstimateFlag.IMPLAUSIBLE_MAGNITUDE)))
            .isEmpty());
    assertTrue(
        ReferencePoints.of(
                SyntheticModels.evidenceOf("e", List.of(), null),
                estimate(EstimationMethod.HARDWARE, List.of()))
            .isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "2024, 2024.5",
    "2024-01, 2024.0396",
    "2023-12-31, 2023.9986",
    "2024-13,",
    "2023-02-29,",
    "soon,"
  })
  void readsDates(String text, Double year) {
    Double parsed = ReleaseYear.parse(text);
    if (year == null) {
      assertNull(parsed);
    } else {
      assertEquals(year, parsed, 1e-3);
    }
  }

  @Test
  void earliestDateWins() {
    assertEquals(
        2022.5, ReleaseYear.of(List.of(released("2024"), released("unknown"), released("2022"))));
    assertNull(ReleaseYear.of(List.of()));
  }

  @Test
  void referencesAreFinite() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ReferencePoint("e", Double.NaN, 0.1, null, List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new ReferencePoint("e", 24, -1, null, List.of()));
  }

  private static ObservedFact released(String text) {
    return new ObservedFact(ModelAttribute.RELEASE_DATE, text, null, "list", 1);
  }

  private static FlopEstimate estimate(EstimationMethod method, List<EstimateFlag> flags) {
    return new FlopEstimate(
        "e",
        "model",
        "Acme",
        0,
        method,
        true,
        1e24,
        24 - 0.5 * 1.6448536,
        24,
        24 + 0.5 * 1.6448536,
        Confidence.HIGH,
        "Stated.",
        List.of(),
        flags);
  }
}
