package io.evalbeam.io.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * A file below the input.
 *
 * @param path full path for reading
 * @param relative path below the input with {@code /} as separator
 * @param bytes size when it was listed
 */
@DefaultSchema(RecordSchemaProvider.class)
public record ListedFile(String path, String relative, long bytes) {}
