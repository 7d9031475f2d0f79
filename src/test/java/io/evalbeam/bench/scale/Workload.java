package io.evalbeam.bench.scale;

import io.evalbeam.pipelines.evaluation.aggregate.TaskBuckets;
import io.evalbeam.pipelines.evaluation.ingest.PlannedSizes;
import java.util.List;

/**
 * Evaluations of every model on every task, with the same number of responses in each run but for
 * one run in a thousand, which is fifty times as long.
 *
 * @param responses of all runs
 * @param runs one a model and task
 * @param models at most as many as there are runs
 */
record Workload(long responses, int runs, int models) {
  private static final int LONG_RUN_EVERY = 1_000;
  private static final int LONG_RUN_FACTOR = 50;
  private static final long PART_BYTES = 134_217_728;

  int tasks() {
    return runs / models;
  }

  /** Pairs of models in one task. */
  long pairsPerTask() {
    return (long) models * (models - 1) / 2;
  }

  /** Pairs of all tasks, without those of the overall comparison. */
  long pairs() {
    return pairsPerTask() * tasks();
  }

  /** Bytes of the parts that ingestion plans. */
  List<Long> parts(double bytesPerResponse) {
    int longRuns = runs / LONG_RUN_EVERY;
    long weights = runs + longRuns * (LONG_RUN_FACTOR - 1L);
    double ordinary = responses * bytesPerResponse / weights;
    long[] sizes = new long[runs];
    for (int run = 0; run < runs; run++) {
      boolean isLong = run % LONG_RUN_EVERY == LONG_RUN_EVERY - 1;
      sizes[run] = Math.round(isLong ? ordinary * LONG_RUN_FACTOR : ordinary);
    }
    return PlannedSizes.of(sizes, PART_BYTES);
  }

  /** Tasks in each bucket of aggregation. */
  int[] tasksByBucket() {
    int[] tasks = new int[TaskBuckets.COUNT];
    for (int task = 0; task < tasks(); task++) {
      tasks[TaskBuckets.of("bench", "task-" + task)]++;
    }
    return tasks;
  }
}
