package io.evalbeam.io.evaluation.detail;

import java.util.List;

/**
 * Runs of one detail file.
 *
 * @param path the file
 * @param runHashes content hashes of runs that have rows in the file, in the order wanted; the
 *     order of the file is the fastest, since going back reads the file again
 */
public record DetailSlice(String path, List<String> runHashes) {
  public DetailSlice {
    runHashes = List.copyOf(runHashes);
  }
}
