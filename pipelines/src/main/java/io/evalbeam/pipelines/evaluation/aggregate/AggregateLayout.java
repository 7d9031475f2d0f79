package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.files.BeamFiles;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Where statistics of one source lie in the output directory.
 *
 * @param source collection
 * @param timestamp the moment the statistics describe, {@code YYYYmmdd_HHMMSS} in UTC
 */
record AggregateLayout(String source, String timestamp) implements Serializable {
  /** Number of files the state is divided into. Part of the state's format. */
  static final int BUCKETS = 32;

  private static final String DIRECTORY = "statistics/";

  static AggregateLayout of(String source, Instant asOf) {
    return new AggregateLayout(
        source,
        DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(asOf));
  }

  String stage() {
    return AggregateStats.NAME + "." + source;
  }

  /** A file of this moment, such as {@code statistics/comprehensive_stats_helm_....parquet}. */
  String dated(String table, String extension) {
    return DIRECTORY + table + "_" + source + "_" + timestamp + "." + extension;
  }

  /** Whether a path is that of a table of this moment. */
  boolean isDated(String path) {
    return path.startsWith(DIRECTORY) && path.contains("_" + source + "_" + timestamp + ".");
  }

  /** Whether a path is that of a table of this source, of whichever moment. */
  boolean isDatedAnytime(String path) {
    return path.startsWith(DIRECTORY) && !path.equals(latest());
  }

  /** Whether a path is that of a file of the state. */
  boolean isState(String path) {
    return path.startsWith(stateDirectory() + "/");
  }

  String latest() {
    return DIRECTORY + LatestStatistics.fileName(source);
  }

  String aggregatedRuns() {
    return stateDirectory() + "/aggregated_runs.parquet";
  }

  String state(int bucket, String what) {
    return String.format(
        Locale.ROOT, "%s/%s-%05d-of-%05d.parquet", stateDirectory(), what, bucket, BUCKETS);
  }

  /** All files of a bucket. */
  List<String> stateFiles(int bucket) {
    return BucketPlaces.ALL.stream().map(what -> state(bucket, what)).toList();
  }

  static String in(String output, String relative) {
    return BeamFiles.join(output, relative);
  }

  private String stateDirectory() {
    return "state/" + source;
  }
}
