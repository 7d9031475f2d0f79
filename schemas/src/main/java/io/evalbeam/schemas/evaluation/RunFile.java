package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/**
 * A file a run was read from.
 *
 * @param name path inside the run, such as {@code stats.json}
 * @param path where it was read
 * @param bytes size on disk
 * @param sha256 hash of the bytes on disk, hexadecimal
 */
@DefaultSchema(RecordSchemaProvider.class)
public record RunFile(
    @SchemaFieldDescription("Path inside the run.") String name,
    @SchemaFieldDescription("Where it was read.") String path,
    @SchemaFieldDescription("Size in bytes.") long bytes,
    @SchemaFieldDescription("SHA-256 of the bytes.") String sha256) {}
