package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.schemas.run.StagedFile;
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
record LatestStatistics(String source, String timestamp, String split, List<File> files) {

  /** A table of that moment; the path is relative to the output directory. */
  record File(String table, String path, long rows, String sha256) {}

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
