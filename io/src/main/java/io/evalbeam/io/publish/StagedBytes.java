package io.evalbeam.io.publish;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.schemas.run.StagedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/** Stages a file whose whole content is in memory. */
public final class StagedBytes {
  private StagedBytes() {}

  /**
   * Writes a file of its own for this attempt.
   *
   * @param staging directory for unpublished files
   * @param target path the file will have, relative to the output directory
   * @param table what the rows are, for the manifest
   * @param rows number of rows in the content
   */
  public static StagedFile write(
      String staging, String target, String table, long rows, byte[] content) throws IOException {
    String staged = BeamFiles.join(staging, UUID.randomUUID() + ".bytes");
    try (OutputStream out = BeamFiles.create(staged)) {
      out.write(content);
    }
    return new StagedFile(staged, target, table, rows, content.length, Hashes.ofBytes(content));
  }
}
