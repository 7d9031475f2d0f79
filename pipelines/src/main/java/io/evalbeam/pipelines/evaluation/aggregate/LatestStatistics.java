package io.evalbeam.pipelines.evaluation.aggregate;

import static java.util.Objects.requireNonNull;

import io.evalbeam.io.publish.Json;
import io.evalbeam.schemas.run.StagedFile;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * Points at the newest statistics of a source; {@code latest_SOURCE.json}.
 *
 * @param source collection
 * @param timestamp the moment the statistics describe, UTC
 * @param split which split scores and ranks are about
 * @param files tables of that moment
 */
public record LatestStatistics(String source, String timestamp, String split, List<File> files) {

  /** A table of that moment; the path is relative to the output directory. */
  public record File(String table, String path, long rows, String sha256) {
    public File {
      requireNonNull(table, "table is null");
      requireNonNull(path, "path is null");
    }
  }

  public LatestStatistics {
    files = List.copyOf(files);
  }

  /** Name of the file in the directory of the tables. */
  public static String fileName(String source) {
    return "latest_" + source + ".json";
  }

  /**
   * The pointer behind the bytes of such a file.
   *
   * @throws IOException when they are not one
   */
  public static LatestStatistics read(byte[] json) throws IOException {
    return Json.read(json, LatestStatistics.class);
  }

  static LatestStatistics of(AggregateSettings settings, List<StagedFile> files) {
    return new LatestStatistics(
        settings.layout().source(),
        settings.layout().timestamp(),
        settings.split().name(),
        files.stream()
            .filter(file -> settings.layout().isDated(file.target()))
            .sorted(Comparator.comparing(StagedFile::target))
            .map(file -> new File(file.table(), file.target(), file.rows(), file.sha256()))
            .toList());
  }
}
