package io.evalbeam.schemas.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.reference.BenchmarkKind;
import io.evalbeam.schemas.table.Table;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.testing.CoderProperties;
import org.junit.jupiter.api.Test;

class ImputationRecordsTest {

  @Test
  void referencePointsTravel() throws Exception {
    ObservedScore score = new ObservedScore("arena", 1200.5, "elo", "board", 3, "Model A");
    Coder<ReferencePoint> coder = coder(ReferencePoint.class);
    CoderProperties.coderDecodeEncodeEqual(
        coder, new ReferencePoint("e1", 24.5, 0.2, 2024.5, List.of(score, score)));
    CoderProperties.coderDecodeEncodeEqual(
        coder, new ReferencePoint("e2", 24.5, 0, null, List.of()));
  }

  @Test
  void validationsAreATable() throws Exception {
    Table<ImputationValidation> table = Table.of(ImputationValidation.class);
    assertEquals(List.of("benchmark", "with_release_date"), table.key());
    Coder<ImputationValidation> coder = coder(ImputationValidation.class);
    CoderProperties.coderDecodeEncodeEqual(
        coder,
        new ImputationValidation(
            "arena",
            true,
            BenchmarkKind.ELO,
            30,
            0.8,
            1.9,
            3.1,
            0.4,
            0.7,
            0.9,
            true,
            ImputationVerdict.USED));
    CoderProperties.coderDecodeEncodeEqual(
        coder,
        new ImputationValidation(
            "arena",
            false,
            null,
            3,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            ImputationVerdict.TOO_FEW_REFERENCES));
  }

  private static <T> Coder<T> coder(Class<T> type) throws NoSuchSchemaException {
    return SchemaRegistry.createDefault().getSchemaCoder(type);
  }
}
