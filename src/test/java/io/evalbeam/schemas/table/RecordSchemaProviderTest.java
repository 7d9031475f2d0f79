package io.evalbeam.schemas.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.tracking.AlternativeEstimate;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.DeveloperOrigin;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.StatedFact;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.schemas.tracking.Variant;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.testing.CoderProperties;
import org.junit.jupiter.api.Test;

class RecordSchemaProviderTest {

  private static <T> Coder<T> coder(Class<T> type) throws NoSuchSchemaException {
    return SchemaRegistry.createDefault().getSchemaCoder(type);
  }

  @Test
  void recordsWithNestedRecordsListsEnumsAndNullsRoundTrip() throws Exception {
    SourceRow row =
        new SourceRow(
            "arena",
            7,
            "模型-7B (preview)",
            "模型_7b",
            null,
            "Unknown",
            DeveloperOrigin.UNKNOWN,
            new Variant(null, null, null, null, null, 32_768L, "preview"),
            List.of(new BenchmarkScore("elo", 1212.5, "elo"), new BenchmarkScore("x", 3, null)),
            List.of(new StatedFact(ModelAttribute.LICENSE, "MIT", null)),
            "https://example.org (Arena)",
            "2026-01-02T03:04:05Z");
    CoderProperties.coderDecodeEncodeEqual(coder(SourceRow.class), row);
  }

  @Test
  void listsOfEnumsAndRecordsKeepTheirOrder() throws Exception {
    TrackedModel model =
        new TrackedModel(
            "e1",
            "n",
            "N",
            "D",
            null,
            7e9,
            null,
            null,
            null,
            null,
            1e24,
            23.0,
            24.0,
            25.0,
            Confidence.MEDIUM,
            EstimationMethod.OPERATION_COUNT,
            1e25,
            ThresholdClass.NOT_SURE,
            0.5,
            "because",
            List.of(EstimateFlag.EPOCHS_ASSUMED, EstimateFlag.METHODS_DISAGREE),
            List.of(
                new AlternativeEstimate(2e24, Confidence.LOW, EstimationMethod.HARDWARE, "b"),
                new AlternativeEstimate(1e24, Confidence.HIGH, EstimationMethod.NAME_SIZE, "a")),
            List.of(),
            List.of("z", "a"),
            List.of(),
            2,
            "2026-01-01T00:00:00Z");
    CoderProperties.coderDecodeEncodeEqual(coder(TrackedModel.class), model);
  }

  @Test
  void schemaHasSnakeCaseNamesNullabilityAndDescriptions() {
    Table<TrackedModel> table = Table.of(TrackedModel.class);
    assertEquals("models", table.name());
    assertEquals("entity_id", table.schema().getField(0).getName());
    assertTrue(table.schema().getField("training_flop").getType().getNullable());
    assertTrue(!table.schema().getField("threshold").getType().getNullable());
    assertEquals(
        "Threshold of the class, FLOP.", table.schema().getField("threshold").getDescription());
  }

  @Test
  void aTypeWithoutTableSpecIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Table.of(StatedFact.class));
  }
}
