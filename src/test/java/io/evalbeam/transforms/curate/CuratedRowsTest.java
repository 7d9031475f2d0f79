package io.evalbeam.transforms.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.schemas.tracking.AlternativeEstimate;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.CuratedModel;
import io.evalbeam.schemas.tracking.CuratedTable;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.testing.CoderProperties;
import org.junit.jupiter.api.Test;

class CuratedRowsTest {

  private static TrackedModel withAlternatives(String name) {
    TrackedModel m = Models.model(name, "Acme", 5.96e25);
    return new TrackedModel(
        m.entityId(),
        m.name(),
        m.displayName(),
        m.developer(),
        m.releaseDate(),
        m.parametersTotal(),
        m.parametersActive(),
        m.parameterSource(),
        m.contextLength(),
        m.architecture(),
        m.trainingFlop(),
        m.log10FlopLow(),
        m.log10FlopMedian(),
        m.log10FlopHigh(),
        m.confidence(),
        m.method(),
        m.threshold(),
        m.thresholdClass(),
        m.probabilityAboveThreshold(),
        m.reasoning(),
        m.flags(),
        List.of(
            new AlternativeEstimate(
                4.07e25, Confidence.LOW, EstimationMethod.BENCHMARK_IMPUTATION, "r"),
            new AlternativeEstimate(1e24, Confidence.SPECULATIVE, EstimationMethod.NAME_SIZE, "r")),
        m.scores(),
        m.rawNames(),
        List.of("a", "b"),
        m.observationCount(),
        m.updatedAt());
  }

  @Test
  void aModelBecomesSeventeenCells() {
    assertEquals(
        List.of(
            "nova_1",
            "Acme",
            "2025-05-06",
            "70000000000.0",
            "stated",
            "5.96e+25",
            "medium",
            "Operations counted from parameters and training data; some details are inferred",
            "operation_count",
            "Benchmark Imputation: 4.07e+25 (Low); Name Size: 1.00e+24 (Speculative)",
            "high_confidence_above_1e25",
            "6 × N × D",
            "a; b",
            "",
            Models.TIME,
            "allowed",
            ""),
        CuratedRows.cells(withAlternatives("nova_1")));
  }

  @Test
  void namesThatStartFormulasAreGuarded() {
    CuratedRow row = CuratedRows.row(Models.model("=cmd()", "@dev", 1e26));
    assertEquals("'=cmd()", row.cell("model"));
    assertEquals("=cmd()", row.model());
    assertEquals("@dev", row.developer());
  }

  @Test
  void classTextsNameTheThreshold() {
    assertEquals(
        "high_confidence_below_1e26",
        CuratedRows.classText(ThresholdClass.HIGH_CONFIDENCE_BELOW, 1e26));
    assertEquals("not_sure", CuratedRows.classText(ThresholdClass.NOT_SURE, 1e25));
    assertEquals("above_1e26_flop.csv", CuratedTable.ABOVE.fileName(FlopText.shortest(1e26)));
  }

  @Test
  void everyMethodAndConfidenceHasItsExplanation() {
    Set<String> texts = new HashSet<>();
    for (EstimationMethod method : EstimationMethod.values()) {
      for (Confidence confidence : Confidence.values()) {
        texts.add(CuratedRows.explanation(method, confidence));
      }
    }
    int estimating = EstimationMethod.values().length - 1;
    assertEquals(estimating * Confidence.values().length + 1, texts.size());
  }

  @Test
  void rowsAreOrderedByRoundedFlopThenCodePoint() {
    String beyondBasicPlane = "\ud83d\ude00";
    List<CuratedRow> rows =
        Stream.of(
                Models.model("z", "A", null),
                Models.model(beyondBasicPlane, "A", 1.0001e25),
                Models.model("\uff5e", "A", 1.0002e25),
                Models.model("a", "A", 2e25))
            .map(CuratedRows::row)
            .sorted(CuratedRow.ORDER)
            .toList();
    assertEquals(
        List.of("a", "\uff5e", beyondBasicPlane, "z"),
        rows.stream().map(CuratedRow::model).toList());
  }

  @Test
  void typedRowsHaveASchemaAndRoundTrip() throws Exception {
    CsvTable above =
        new CsvTable(
            List.of("verified", "model", "training_flop", "stale_since", "parameters"),
            List.of(
                List.of("Y", "m", "about 1e25", "2026-01-01", "7e9"),
                List.of("", "n", "1e26", "", "")));
    CsvTable below = new CsvTable(List.of("model"), List.of(List.of("o")));
    List<CuratedModel> models = CuratedModels.of(above, below);
    CuratedModel first = models.get(0);
    assertEquals(CuratedTable.ABOVE, first.curatedTable());
    assertTrue(first.verified() && first.stale() && first.trainingFlop() == null);
    assertEquals(7e9, first.parameters());
    assertEquals(1e26, models.get(1).trainingFlop());
    assertEquals(CuratedTable.BELOW, models.get(2).curatedTable());
    assertEquals("curated_models", Table.of(CuratedModel.class).name());
    for (CuratedModel model : models) {
      CoderProperties.coderDecodeEncodeEqual(
          SchemaRegistry.createDefault().getSchemaCoder(CuratedModel.class), model);
    }
  }
}
