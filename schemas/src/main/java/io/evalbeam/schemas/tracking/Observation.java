package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** One stated value about one model in one row of one source: a score or another attribute. */
@TableSpec(
    name = "observations",
    description =
        "One row per score or attribute that a source states about a model; a source row that states"
            + " neither has one row without a measure.",
    key = {"source", "row", "ordinal"})
@DefaultSchema(RecordSchemaProvider.class)
public record Observation(
    @SchemaFieldDescription("Source name.") String source,
    @SchemaFieldDescription("Data row in the source, from 1.") int row,
    @SchemaFieldDescription("Position among the values of the row, from 0.") int ordinal,
    @SchemaFieldDescription("Model name as found.") String rawName,
    @SchemaFieldDescription("Model name after normalisation.") String normalizedName,
    @SchemaFieldDescription("Developer as the source states it; null if it does not.")
        @Nullable String developerStated,
    @SchemaFieldDescription("Developer after aliases and guessing; Unknown if neither helps.")
        String developer,
    @SchemaFieldDescription("How the developer was found.") DeveloperOrigin developerOrigin,
    @SchemaFieldDescription("Variant attributes in the name.") Variant variant,
    @SchemaFieldDescription("Benchmark key; null for an attribute.") @Nullable String benchmark,
    @SchemaFieldDescription("Attribute; null for a benchmark score.")
        @Nullable ModelAttribute attribute,
    @SchemaFieldDescription("Number in the unit; null for text and dates.") @Nullable Double value,
    @SchemaFieldDescription("Cell as found, for attributes.") @Nullable String text,
    @SchemaFieldDescription("Unit of the number.") @Nullable String unit,
    @SchemaFieldDescription("When the source was read, ISO date-time with Z; null if unknown.")
        @Nullable String date) {}
