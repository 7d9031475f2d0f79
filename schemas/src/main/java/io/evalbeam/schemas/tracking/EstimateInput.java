package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** One quantity an estimate used, with where it comes from. */
@DefaultSchema(RecordSchemaProvider.class)
public record EstimateInput(
    @SchemaFieldDescription("Quantity, such as active_parameters or peak_flop_per_second.")
        String quantity,
    @SchemaFieldDescription("Value in its unit; null for text.") @Nullable Double value,
    @SchemaFieldDescription("Text as found; null when only the number matters.")
        @Nullable String text,
    @SchemaFieldDescription("Source and row, reference file and entry, or prior.") String source) {}
