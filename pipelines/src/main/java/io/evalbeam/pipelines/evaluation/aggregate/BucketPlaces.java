package io.evalbeam.pipelines.evaluation.aggregate;

import java.io.Serializable;
import java.util.List;

/**
 * Where the state of buckets is read and written.
 *
 * @param layout of the source
 * @param output output directory
 * @param staging directory for unpublished files
 * @param hasState whether a state was published that can be used
 */
record BucketPlaces(AggregateLayout layout, String output, String staging, boolean hasState)
    implements Serializable {
  static final String CELLS = "cells";
  static final String STATISTICS = "statistics";
  static final String COMPARISONS = "comparisons";
  static final String PAIRS = "pairs";
  static final String TOTALS = "totals";
  static final String STATES = "comparison_states";
  static final String ISSUES = "issues";

  /** Names of all files of a bucket. */
  static final List<String> ALL =
      List.of(CELLS, STATISTICS, COMPARISONS, PAIRS, TOTALS, STATES, ISSUES);

  /** Rows of shards that a published bucket holds. */
  String cells(int bucket) {
    return path(bucket, CELLS);
  }

  /** The published files of a bucket. */
  BucketFiles published(int bucket) {
    return new BucketFiles(
        bucket,
        path(bucket, STATISTICS),
        path(bucket, COMPARISONS),
        path(bucket, PAIRS),
        path(bucket, TOTALS),
        path(bucket, STATES),
        path(bucket, ISSUES));
  }

  private String path(int bucket, String what) {
    return AggregateLayout.in(output, layout.state(bucket, what));
  }
}
