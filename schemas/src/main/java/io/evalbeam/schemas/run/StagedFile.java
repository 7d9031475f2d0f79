package io.evalbeam.schemas.run;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * A complete file that waits in the staging folder for publication. Each attempt of a task writes
 * under a name of its own, and only names that reach the end of the pipeline are published, so a
 * retried task leaves nothing behind in the output.
 *
 * @param staged path of the complete file
 * @param target path relative to the output directory
 * @param table table the file belongs to
 * @param rows rows in the file
 * @param bytes size
 * @param sha256 hash of the content, hexadecimal
 */
@DefaultSchema(RecordSchemaProvider.class)
public record StagedFile(
    String staged, String target, String table, long rows, long bytes, String sha256) {}
