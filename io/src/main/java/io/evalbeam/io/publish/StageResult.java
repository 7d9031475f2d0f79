package io.evalbeam.io.publish;

import io.evalbeam.schemas.run.InputFile;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.run.StagedFile;
import java.util.List;

/**
 * What a stage's pipeline hands to the client: complete files, exact counts, what was read.
 *
 * @param files sorted by target
 * @param counts one per measure and group, sorted
 * @param inputs sorted by part and name
 */
public record StageResult(List<StagedFile> files, List<StageCount> counts, List<InputFile> inputs) {

  /** Name of the file in the staging folder. */
  static final String FILE = "result.json";

  public StageResult {
    files = List.copyOf(files);
    counts = List.copyOf(counts);
    inputs = List.copyOf(inputs);
  }
}
