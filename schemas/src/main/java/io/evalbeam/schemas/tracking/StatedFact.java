package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/**
 * A value that a source states about a model.
 *
 * @param attribute what the value is
 * @param text the cell as found, trimmed
 * @param number the value in the attribute's unit, null for text and dates
 */
@DefaultSchema(RecordSchemaProvider.class)
public record StatedFact(
    @SchemaFieldDescription("What the value is.") ModelAttribute attribute,
    @SchemaFieldDescription("The cell as found, trimmed; dates as ISO.") String text,
    @SchemaFieldDescription("The value in the attribute's unit; null for text and dates.")
        @Nullable Double number) {}
