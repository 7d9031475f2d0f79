package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.schemas.evaluation.RunStatus;
import java.util.ArrayList;
import java.util.List;

/** Sizes of the parts that ingestion plans for runs of given sizes. */
public final class PlannedSizes {
  private PlannedSizes() {}

  /**
   * Bytes of run files in each part, in the order of the parts.
   *
   * @param runBytes bytes of the files of each run, in the order of rows
   * @param partBytes value of {@code --partBytes}
   */
  public static List<Long> of(long[] runBytes, long partBytes) {
    List<PlannedRun> runs = new ArrayList<>();
    for (int i = 0; i < runBytes.length; i++) {
      runs.add(
          new PlannedRun(
              IngestSamples.found("run-" + i, "v1", "hash-" + i, runBytes[i]), RunStatus.LIVE));
    }
    return PartPlanner.plan(runs, List.of(), 1, partBytes, false).parts().stream()
        .map(part -> part.runs().stream().mapToLong(run -> run.run().bytes()).sum())
        .toList();
  }
}
