package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** One argument of a scenario; values that are no scalars are canonical JSON. */
@DefaultSchema(RecordSchemaProvider.class)
public record RunArgument(
    @SchemaFieldDescription("Argument name.") String name,
    @SchemaFieldDescription("Value as text.") String value) {}
