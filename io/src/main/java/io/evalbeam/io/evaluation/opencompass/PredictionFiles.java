package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a run of responses by their part in it. Shards are ordered by number, so that 10
 * follows 9.
 *
 * @param results empty when the run was not scored
 * @param whole the unsharded file; OpenCompass ignores shards beside it
 * @param shards finished shards by number
 * @param unfinished checkpoints by shard number, {@link #WHOLE} for the unsharded one
 */
record PredictionFiles(
    Optional<RunFile> results,
    Optional<RunFile> whole,
    SortedMap<Integer, RunFile> shards,
    SortedMap<Integer, RunFile> unfinished) {
  /** Most digits of a shard's number; longer ones are part of a data set's name. */
  static final int SHARD_DIGITS = 4;

  /** Stands for a file that is no shard. */
  static final int WHOLE = -1;

  static PredictionFiles of(FoundRun run) {
    SortedMap<Integer, RunFile> finished = new TreeMap<>();
    SortedMap<Integer, RunFile> unfinished = new TreeMap<>();
    Optional<RunFile> results = Optional.empty();
    String dataset = run.header().datasetName();
    String lastSegment = dataset.substring(dataset.lastIndexOf('/') + 1);
    for (RunFile file : run.files()) {
      String name = file.name().substring(file.name().lastIndexOf('/') + 1);
      if (file.name().startsWith(StampLayout.RESULTS)) {
        results = Optional.of(file);
      } else if (name.startsWith(StampLayout.UNFINISHED)) {
        unfinished.put(shard(name, StampLayout.UNFINISHED + lastSegment), file);
      } else {
        finished.put(shard(name, lastSegment), file);
      }
    }
    Optional<RunFile> whole = Optional.ofNullable(finished.remove(WHOLE));
    return new PredictionFiles(results, whole, finished, unfinished);
  }

  /** The number behind a data set's name: {@code X_12.json} is shard 12 of X. */
  private static int shard(String name, String dataset) {
    String rest = name.substring(dataset.length(), name.indexOf('.', dataset.length()));
    return rest.isEmpty() ? WHOLE : Integer.parseInt(rest.substring(1));
  }

  /** Whether there are finished predictions. */
  boolean any() {
    return whole.isPresent() || !shards.isEmpty();
  }

  /** Whether a checkpoint is all there is of its part; beside a finished file it is noise. */
  boolean isUnfinished(int shard) {
    return whole.isEmpty() && !shards.containsKey(shard) && (shard != WHOLE || shards.isEmpty());
  }
}
