package io.evalbeam.io.evaluation.detail;

import io.evalbeam.schemas.run.StagedFile;
import java.io.IOException;
import java.util.List;

/** Gathers runs of several detail files in a new one, without their sources. */
public final class DetailCompaction {
  private DetailCompaction() {}

  /**
   * Copies runs in the order given. The file has the bytes that {@link DetailFileWriter} gives for
   * the same runs in that order. One file is open at a time, whatever the number of slices.
   *
   * @param slices files and runs; a file may come several times
   * @param staging directory for unpublished files
   * @param target path the new file will have, relative to the output directory
   * @throws IOException also when a file has no row of a run asked for
   */
  public static StagedFile copy(List<DetailSlice> slices, String staging, String target)
      throws IOException {
    try (DetailFileWriter writer = new DetailFileWriter(staging, target)) {
      for (DetailSlice slice : slices) {
        copy(slice, writer);
      }
      return writer.finish();
    }
  }

  private static void copy(DetailSlice slice, DetailFileWriter writer) throws IOException {
    if (slice.runHashes().isEmpty()) {
      return;
    }
    DetailFileReader reader = DetailFileReader.open(slice);
    try {
      for (String runHash : slice.runHashes()) {
        if (!reader.skipTo(runHash)) {
          reader.close();
          reader = DetailFileReader.open(slice);
        }
        if (!reader.skipTo(runHash)) {
          throw new IOException(slice.path() + " has no row of run " + runHash);
        }
        reader.copyRun(writer);
      }
    } finally {
      reader.close();
    }
  }
}
