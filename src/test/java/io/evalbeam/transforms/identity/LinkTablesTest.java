package io.evalbeam.transforms.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.table.Table;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.EntityLink;
import io.evalbeam.schemas.tracking.LinkedEntity;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.SourceRow;
import java.util.List;
import org.apache.beam.sdk.schemas.SchemaCoder;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

final class LinkTablesTest {
  @Test
  void linkTableHasItsKey() {
    Table<EntityLink> table = Table.of(EntityLink.class);
    assertEquals("entity_observations", table.name());
    assertEquals(List.of("source", "row"), table.key());
  }

  @Test
  void linkedEntitiesTravelBetweenWorkers() throws Exception {
    SourceRow row =
        new RowNaming(ModelNames.standard(), DeveloperResolver.standard())
            .name(
                new ParsedRow(
                    "a",
                    1,
                    "Zeta-7B (high)",
                    null,
                    List.of(new BenchmarkScore("quiz", 1.5, null)),
                    List.of(),
                    "https://example.org",
                    null),
                null)
            .row();
    LinkedEntity entity =
        new EntityLinker(DeveloperResolver.standard()).link(List.of(row)).entities().get(0);
    SchemaCoder<LinkedEntity> coder =
        SchemaRegistry.createDefault().getSchemaCoder(LinkedEntity.class);
    assertEquals(entity, CoderUtils.clone(coder, entity));
  }
}
