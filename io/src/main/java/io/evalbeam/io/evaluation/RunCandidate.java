package io.evalbeam.io.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * Files that belong together and may be one or several runs, judged by names alone.
 *
 * @param location where they lie below the input, with {@code /}; empty for the input itself
 * @param files sorted by relative path
 * @param emptyDirectories directories inside the location that hold no file, sorted; empty where
 *     the format does not look at directories
 */
@DefaultSchema(RecordSchemaProvider.class)
public record RunCandidate(String location, List<ListedFile> files, List<String> emptyDirectories) {
  public RunCandidate {
    files = List.copyOf(files);
    emptyDirectories = List.copyOf(emptyDirectories);
  }

  /** A candidate of a format that does not look at directories. */
  public RunCandidate(String location, List<ListedFile> files) {
    this(location, files, List.of());
  }
}
