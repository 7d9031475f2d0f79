package io.evalbeam.schemas.run;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * A file or page that a stage read.
 *
 * @param part unit of work it belongs to, such as a source
 * @param name file name or URL without secrets
 * @param sha256 hash of all its bytes, hexadecimal
 * @param bytes size
 */
@DefaultSchema(RecordSchemaProvider.class)
public record InputFile(String part, String name, String sha256, long bytes) {}
