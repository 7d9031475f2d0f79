package io.evalbeam.io.evaluation;

import io.evalbeam.schemas.evaluation.FoundRun;
import java.io.IOException;
import java.util.List;

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
   * @param files every regular file below the input, sorted by relative path; symbolic links are
   *     not among them
   */
  Candidates candidates(List<ListedFile> files, IngestScope scope) throws IOException;

  /**
   * As {@link #candidates(List, IngestScope)}, for formats where a directory without files tells
   * something, such as a run that never started.
   *
   * @param emptyDirectories every directory below the input that holds no regular file at any
   *     depth, sorted by relative path
   */
  default Candidates candidates(
      List<ListedFile> files, List<ListedDirectory> emptyDirectories, IngestScope scope)
      throws IOException {
    return candidates(files, scope);
  }

  /** Reads who a candidate is and hashes every file its runs will be read from. */
  IdentifiedRuns identify(RunCandidate candidate, IngestScope scope) throws IOException;

  /**
   * Streams a run. Memory does not grow with the size of its files beyond a few bytes an instance.
   *
   * @throws DamagedRunException when the run cannot be used; rows already given do not count
   */
  RunOutcome read(FoundRun run, RunSink sink) throws IOException, DamagedRunException;
}
