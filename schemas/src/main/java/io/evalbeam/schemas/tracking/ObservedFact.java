package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.jspecify.annotations.Nullable;

/**
 * A stated value with the place it comes from.
 *
 * @param attribute what the value is
 * @param text the cell as found; dates as ISO
 * @param number the value in the attribute's unit, null for text and dates
 * @param source source name
 * @param row data row in the source, from 1
 */
@DefaultSchema(RecordSchemaProvider.class)
public record ObservedFact(
    ModelAttribute attribute, String text, @Nullable Double number, String source, int row) {}
