package io.evalbeam.schemas.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkCatalogTest {

  @ParameterizedTest
  @CsvSource({
    "openlm_arena_elo, ELO",
    "lmarena_score, ELO",
    "mmlu_pro_score, PERCENT",
    "superclue_math, PERCENT",
    "aai_score,"
  })
  void bundledCatalogKnowsTheLeaderboards(String benchmark, BenchmarkKind kind) {
    assertEquals(Optional.ofNullable(kind), BenchmarkCatalog.bundled().kindOf(benchmark));
  }

  @ParameterizedTest
  @CsvSource({
    "elo, ELO",
    "Percent, PERCENT",
    "%, PERCENT",
    "fraction, FRACTION",
    "points, INDEX",
    "' ',"
  })
  void unitsHaveKinds(String unit, BenchmarkKind kind) {
    assertEquals(Optional.ofNullable(kind), BenchmarkKind.ofUnit(unit));
  }

  @Test
  void firstFittingEntryDecides() {
    BenchmarkCatalog catalog =
        BenchmarkCatalog.parse(
            "b.yaml",
            """
            benchmarks:
              - {key: "a.b*", kind: ELO, source: here}
              - {key: "*", kind: INDEX, source: there}
            """);
    assertEquals(Optional.of(BenchmarkKind.ELO), catalog.kindOf("a.bc"));
    assertEquals(Optional.of(BenchmarkKind.INDEX), catalog.kindOf("axbc"));
  }

  @Test
  void listsEveryProblem() {
    InvalidConfigurationException e =
        assertThrows(
            InvalidConfigurationException.class,
            () ->
                BenchmarkCatalog.parse(
                    "b.yaml",
                    """
                    benchmarks:
                      - {key: a, kind: ELO, source: here}
                      - {key: a, kind: ELO}
                      - {kind: PERCENT, source: x}
                      - {key: c, source: x}
                    """));
    assertEquals(
        "b.yaml: benchmarks[1]: key a is listed twice\n"
            + "b.yaml: benchmarks[1]: source is missing\n"
            + "b.yaml: benchmarks[2]: key is missing\n"
            + "b.yaml: benchmarks[3]: kind is missing",
        e.getMessage());
    assertThrows(
        InvalidConfigurationException.class,
        () -> BenchmarkCatalog.parse("b.yaml", "benchmarks: []"));
  }
}
