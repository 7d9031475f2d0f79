package io.evalbeam.io.source;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.tracking.ModelAttribute;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * A column that states an attribute.
 *
 * @param attribute what the column states
 * @param columns where it is found
 * @param scale multiplies every number of the column, such as 1e9 below {@code Params (B)}
 */
@DefaultSchema(RecordSchemaProvider.class)
public record AttributeColumn(ModelAttribute attribute, ColumnPatterns columns, double scale) {}
