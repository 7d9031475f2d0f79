package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** Which model a source row is about. Every row that was read has exactly one link. */
@TableSpec(
    name = "entity_observations",
    description = "One row per source row: the model it was linked to, and by what.",
    key = {"source", "row"})
@DefaultSchema(RecordSchemaProvider.class)
public record EntityLink(
    @SchemaFieldDescription("Stable identifier of the model.") String entityId,
    @SchemaFieldDescription("Source name.") String source,
    @SchemaFieldDescription("Data row in the source, from 1.") int row,
    @SchemaFieldDescription("Model name as found.") String rawName,
    @SchemaFieldDescription("Model name after normalisation.") String normalizedName,
    @SchemaFieldDescription("Developer as the source states it; null if it does not.")
        @Nullable String developerStated,
    @SchemaFieldDescription("Developers of the row, canonical, the first one primary.")
        String developer,
    @SchemaFieldDescription("How the developer was found.") DeveloperOrigin developerOrigin,
    @SchemaFieldDescription("Variant attributes in the name.") Variant variant) {

  /** The link of a resolved row. */
  public static EntityLink of(String entityId, SourceRow row) {
    return new EntityLink(
        entityId,
        row.source(),
        row.row(),
        row.rawName(),
        row.name(),
        row.developerStated(),
        row.developer(),
        row.developerOrigin(),
        row.variant());
  }
}
