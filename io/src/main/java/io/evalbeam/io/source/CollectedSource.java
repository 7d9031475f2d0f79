package io.evalbeam.io.source;

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

  /**
   * A file that was read.
   *
   * @param name file name or URL without secrets
   * @param sha256 hash of all its bytes, in hexadecimal digits
   * @param bytes its size
   */
  public record InputFile(String name, String sha256, long bytes) {}
}
