package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.schemas.evaluation.AggregatedRun;

/** The buckets in which aggregation works on tasks. */
public final class TaskBuckets {
  /** How many there are. */
  public static final int COUNT = AggregateLayout.BUCKETS;

  /** Batches in which shards are read. */
  public static final int READERS = ShardBatch.BATCHES;

  private TaskBuckets() {}

  /** Bucket of a task. */
  public static int of(String benchmark, String task) {
    return AggregatePlan.bucket(new AggregatedRun(benchmark, task, "", ""));
  }
}
