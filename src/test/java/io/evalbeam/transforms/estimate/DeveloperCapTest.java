package io.evalbeam.transforms.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.reference.DeveloperCaps;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeveloperCapTest {
  private static final DeveloperCap CAP =
      new DeveloperCap(
          new DeveloperCaps(
              List.of(
                  new DeveloperCaps.Entry(
                      "Small Lab",
                      1e24,
                      "It owns 500 chips.",
                      "its annual report",
                      "2026-01-01"))));

  private static FlopEstimate estimate(String developer, double flop) {
    double median = Math.log10(flop);
    return new FlopEstimate(
        "m_1",
        "wader",
        developer,
        0,
        EstimationMethod.BENCHMARK_IMPUTATION,
        true,
        flop,
        median - 0.5,
        median,
        median + 0.5,
        Confidence.LOW,
        "regression",
        List.of(),
        List.of());
  }

  @Test
  void lowersAnEstimateAndKeepsItAsAlternative() {
    FlopEstimate original = estimate("small lab", 1e25);
    List<FlopEstimate> capped = CAP.apply(List.of(original));
    assertEquals(2, capped.size());
    assertEquals(1e24, capped.get(0).flop());
    assertTrue(capped.get(0).chosen());
    assertEquals(List.of(EstimateFlag.DEVELOPER_CAPPED), capped.get(0).flags());
    assertEquals(25.5, capped.get(0).log10FlopHigh(), "what was estimated stays possible");
    assertTrue(capped.get(0).reasoning().contains("It owns 500 chips."));
    assertEquals(original.at(1, false), capped.get(1));
  }

  @Test
  void leavesOthersAlone() {
    assertEquals(1, CAP.apply(List.of(estimate("Small Lab", 1e24))).size());
    assertEquals(1, CAP.apply(List.of(estimate("Large Lab", 1e26))).size());
    assertEquals(List.of(), CAP.apply(List.of()));
  }

  @Test
  void noneAreShippedAndAReplacementIsChecked() {
    assertEquals(List.of(), ReferenceLibrary.load().developerCaps().caps());
    InvalidConfigurationException wrong =
        assertThrows(
            InvalidConfigurationException.class,
            () ->
                ReferenceLibrary.load(
                    Map.of(
                        "developer-caps.yaml",
                        "caps:\n- {developer: A, max_flop: -1, reason: '', source: s, date: d}")));
    assertEquals(2, wrong.problems().size(), wrong.getMessage());
  }
}
