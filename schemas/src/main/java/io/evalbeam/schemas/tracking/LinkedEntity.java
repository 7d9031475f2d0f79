package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * One model with the source rows it unites.
 *
 * @param evidence all values of the rows
 * @param rows the rows with their final developer, sorted by (source, row)
 */
@DefaultSchema(RecordSchemaProvider.class)
public record LinkedEntity(EntityEvidence evidence, List<SourceRow> rows) {

  public LinkedEntity {
    rows = List.copyOf(rows);
  }

  /** Links of the rows, in their order. */
  public List<EntityLink> links() {
    return rows.stream().map(row -> EntityLink.of(evidence.entityId(), row)).toList();
  }
}
