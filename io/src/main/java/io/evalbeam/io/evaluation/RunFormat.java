package io.evalbeam.io.evaluation;

import io.evalbeam.schemas.evaluation.FoundRun;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A way in which evaluation runs lie on disk. Stateless and thread-safe. A run is the unit of
 * commit: it is read to its end, or none of its rows count.
 *
 * <p>{@link IOException} means that the file system failed, and fails the job; damage in the data
 * is an issue, or a {@link DamagedRunException}.
 */
public interface RunFormat {
  /** Name on the command line, such as {@code lm-eval}. */
  String name();

  /**
   * Finds what may be runs, from names and small index files of the whole input.
   *
   * @param input every regular file below the input; symbolic links are not among them
   */
  Candidates candidates(InputListing input, IngestScope scope) throws IOException;

  /** Reads who a candidate is and hashes every file its runs will be read from. */
  IdentifiedRuns identify(RunCandidate candidate, IngestScope scope) throws IOException;

  /**
   * When the run last asked its model, in epoch seconds; null if it does not say. Called only to
   * choose between two copies of one run, so it may read the run's files.
   */
  default @Nullable Long lastRequestAt(FoundRun run) throws IOException {
    return run.lastRequestAt();
  }

  /**
   * Streams a run. Memory does not grow with the size of its files beyond a few bytes an instance.
   *
   * @throws DamagedRunException when the run cannot be used; rows already given do not count
   */
  RunOutcome read(FoundRun run, RunSink sink) throws IOException, DamagedRunException;
}
