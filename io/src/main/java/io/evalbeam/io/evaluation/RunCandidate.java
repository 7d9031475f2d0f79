package io.evalbeam.io.evaluation;

import java.util.List;

/**
 * Files that belong together and may be one or several runs, judged by names alone.
 *
 * @param location where they lie below the input, with {@code /}; empty for the input itself
 * @param files sorted by relative path
 */
public record RunCandidate(String location, List<ListedFile> files) {
  public RunCandidate {
    files = List.copyOf(files);
  }
}
