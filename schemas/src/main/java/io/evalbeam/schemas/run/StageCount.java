package io.evalbeam.schemas.run;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/**
 * How often something happened in a stage. Counts of equal (stage, measure, group) add up; they
 * flow as data, so that they are exact under retries.
 *
 * @param stage command that counts
 * @param measure what is counted, such as {@code rows_read}
 * @param group source, method or class the count belongs to; empty for a total
 * @param count occurrences
 */
@TableSpec(
    name = "stage_counts",
    description = "How often something happened in a stage, by group.",
    key = {"stage", "measure", "group"})
@DefaultSchema(RecordSchemaProvider.class)
public record StageCount(
    @SchemaFieldDescription("Command that counts.") String stage,
    @SchemaFieldDescription("What is counted, such as rows_read.") String measure,
    @SchemaFieldDescription("Source, method or class; empty for a total.") String group,
    @SchemaFieldDescription("Occurrences.") long count) {}
