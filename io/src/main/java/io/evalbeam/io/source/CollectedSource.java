package io.evalbeam.io.source;

import io.evalbeam.schemas.run.InputFile;
import java.util.List;

/**
 * What was read from one source.
 *
 * @param counts over all its files
 * @param files in the order in which they were read
 */
public record CollectedSource(ReadCounts counts, List<InputFile> files) {
  public CollectedSource {
    files = List.copyOf(files);
  }
}
