package io.evalbeam.io.publish;

import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.run.StagedFile;
import java.util.List;

/**
 * What a stage's pipeline hands to the client: complete files and exact counts.
 *
 * @param files sorted by target
 * @param counts one per measure and group, sorted
 */
public record StageResult(List<StagedFile> files, List<StageCount> counts) {

  /** Name of the file in the staging folder. */
  static final String FILE = "result.json";

  public StageResult {
    files = List.copyOf(files);
    counts = List.copyOf(counts);
  }
}
